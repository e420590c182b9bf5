import Dataset

extension Forest {
    /// How many trees are walked side by side; their walks fit into the kilobyte that needs no allocation.
    static let treesAtOnce = 64

    /// Walks trees from where the document leaves their root spines and adds their leaves, in the order of the trees.
    ///
    /// The trees take turns, one spine each, so that the processor fetches the next spines of many trees while it scans
    /// one: memory, not arithmetic, is what a lone walk waits for. Reads without bounds checks; it stays inside the arrays
    /// because `checkInvariants` held when the forest was put together: a spine ends in a step that every document leaves,
    /// since the level of the feature `features` is 255; targets lie inside their tree; leaves and the classes of mixtures
    /// exist; the caller has checked that `document` and `probabilities` were made for this forest.
    func walk(_ trees: Range<Int>, _ document: DocumentLevels, into probabilities: inout [Float]) {
        unsafe probabilities.withUnsafeMutableBufferPointer { sums in
            unsafe document.levels.withUnsafeBufferPointer { levels in
                if steps.form.featureBytes == 2 {
                    unsafe walk(trees, document, levels, sums, StepReader<ShortFeature>(steps))
                } else {
                    unsafe walk(trees, document, levels, sums, StepReader<LongFeature>(steps))
                }
            }
        }
        withExtendedLifetime(self) {}
    }

    @inline(__always)
    private func walk<Feature: FeatureForm>(
        _ trees: Range<Int>,
        _ document: DocumentLevels,
        _ levels: UnsafeBufferPointer<UInt8>,
        _ sums: UnsafeMutableBufferPointer<Float>,
        _ reader: StepReader<Feature>
    ) {
        unsafe withUnsafeTemporaryAllocation(of: TreeWalk.self, capacity: Self.treesAtOnce) { walks in
            unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.treesAtOnce) { active in
                var count = 0
                for position in 0..<trees.count {
                    let tree = trees.lowerBound &+ position
                    let target = unsafe reader.target(at: document.rootSteps[tree])
                    unsafe walks[position] = TreeWalk(target: target, start: treeStarts[tree])
                    unsafe active[count] = UInt8(truncatingIfNeeded: position)
                    count &+= unsafe reader.isSpine(target)
                }
                while count > 0 { count = unsafe advance(walks, active, count, levels, reader) }
            }
            for position in 0..<trees.count { unsafe add(leaf: Int(walks[position].target), to: sums) }
        }
    }

    /// Scans one spine of each active walk; keeps those active that turn into another, and returns their number.
    @inline(__always)
    private func advance<Feature: FeatureForm>(
        _ walks: UnsafeMutableBufferPointer<TreeWalk>,
        _ active: UnsafeMutableBufferPointer<UInt8>,
        _ count: Int,
        _ levels: UnsafeBufferPointer<UInt8>,
        _ reader: StepReader<Feature>
    ) -> Int {
        for number in 0..<count { unsafe walks[Int(active[number])].findSpine(reader) }
        var kept = 0
        for number in 0..<count {
            let position = unsafe active[number]
            let target = unsafe walks[Int(position)].scanSpine(reader, levels)
            unsafe active[kept] = position
            kept &+= unsafe reader.isSpine(target)
        }
        return kept
    }

    @inline(__always)
    private func add(leaf: Int, to sums: UnsafeMutableBufferPointer<Float>) {
        guard leaf >= classes else {
            unsafe sums[leaf] += 1
            return
        }
        let mixture = leaf - classes
        for part in Int(mixtureOffsets[mixture])..<Int(mixtureOffsets[mixture + 1]) {
            unsafe sums[Int(mixtureClasses[part])] += mixtureProbabilities[part]
        }
    }
}

/// Where the walk of a tree is.
private struct TreeWalk: BitwiseCopyable {
    /// The last turn's target; in the end the leaf.
    private(set) var target: UInt32
    /// The tree's first step.
    private let start: UInt32
    /// The first bytes of the spine that comes next.
    private var firstStep: UInt32 = 0

    init(target: UInt32, start: UInt32) {
        self.target = target
        self.start = start
    }

    /// Reads the first step of the spine that the last turn leads to, which brings it into the cache.
    @inline(__always)
    mutating func findSpine<Feature: FeatureForm>(_ reader: StepReader<Feature>) {
        firstStep = unsafe reader.address(of: step(reader)).loadUnaligned(as: UInt32.self)
    }

    /// Goes along the spine to the step where the document turns.
    @inline(__always)
    mutating func scanSpine<Feature: FeatureForm>(
        _ reader: StepReader<Feature>,
        _ levels: UnsafeBufferPointer<UInt8>
    ) -> UInt32 {
        var address = unsafe reader.address(of: step(reader))
        let firstLevel = UInt8(truncatingIfNeeded: UInt32(littleEndian: firstStep) &>> UInt32(8 * Feature.bytes))
        if unsafe levels[Feature.feature(in: firstStep)] <= firstLevel {
            repeat {
                unsafe address += reader.width
            } while unsafe levels[Feature.feature(at: address)]
                <= address.load(fromByteOffset: Feature.bytes, as: UInt8.self)
        }
        target = unsafe reader.target(in: address)
        return target
    }

    @inline(__always)
    private func step<Feature: FeatureForm>(_ reader: StepReader<Feature>) -> UInt32 {
        unsafe start &+ (target & ~reader.mark)
    }
}

/// How a step's feature is read; one type for each length, so that scans know it when they are compiled.
private protocol FeatureForm {
    static var bytes: Int { get }
    /// The feature in the first four bytes of a step.
    static func feature(in firstBytes: UInt32) -> Int
    /// The feature of the step at an address.
    @unsafe static func feature(at address: UnsafeRawPointer) -> Int
}

private enum ShortFeature: FeatureForm {
    static var bytes: Int { 2 }

    @inline(__always)
    static func feature(in firstBytes: UInt32) -> Int { Int(UInt32(littleEndian: firstBytes) & 0xFFFF) }

    @unsafe @inline(__always)
    static func feature(at address: UnsafeRawPointer) -> Int {
        unsafe Int(UInt16(littleEndian: address.loadUnaligned(as: UInt16.self)))
    }
}

private enum LongFeature: FeatureForm {
    static var bytes: Int { 3 }

    @inline(__always)
    static func feature(in firstBytes: UInt32) -> Int { Int(UInt32(littleEndian: firstBytes) & 0xFF_FFFF) }

    @unsafe @inline(__always)
    static func feature(at address: UnsafeRawPointer) -> Int {
        unsafe feature(in: address.loadUnaligned(as: UInt32.self))
    }
}

/// Reads packed steps without bounds checks; valid as long as the array it was made from.
@unsafe private struct StepReader<Feature: FeatureForm> {
    private let bytes: UnsafeRawPointer
    let width: Int
    let mark: UInt32
    private let markShift: UInt32

    init(_ steps: StepArray) {
        guard let start = unsafe steps.bytes.unsafeElements.baseAddress else {
            preconditionFailure("a forest has a step at least")
        }
        unsafe bytes = UnsafeRawPointer(start)
        unsafe width = steps.width
        unsafe mark = steps.form.mark
        unsafe markShift = UInt32(8 * steps.form.targetBytes - 1)
    }

    /// 1 for a target that leads to a spine, 0 for a leaf: a number, since as a branch it is mispredicted every other time.
    @inline(__always)
    func isSpine(_ target: UInt32) -> Int {
        unsafe Int(truncatingIfNeeded: target &>> markShift)
    }

    @inline(__always)
    func address(of step: UInt32) -> UnsafeRawPointer {
        unsafe bytes + Int(truncatingIfNeeded: step) &* width
    }

    @inline(__always)
    func target(at step: UInt32) -> UInt32 { unsafe target(in: address(of: step)) }

    /// The target of the step at an address.
    @inline(__always)
    func target(in address: UnsafeRawPointer) -> UInt32 {
        let target = unsafe address + (Feature.bytes + 1)
        return unsafe mark == 1 << 15
            ? UInt32(UInt16(littleEndian: target.loadUnaligned(as: UInt16.self)))
            : UInt32(littleEndian: target.loadUnaligned(as: UInt32.self))
    }
}
