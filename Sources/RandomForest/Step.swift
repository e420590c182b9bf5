/// One question of a spine: a document with more than `level` of the feature turns right.
struct Step: Equatable {
    var feature: Int
    var level: UInt8
    var target: Target
}

/// Where a right turn leads: to a spine that starts so many steps after the tree's first, or to a leaf, which is a class,
/// or the number of classes + the index of a mixture.
enum Target: Equatable {
    case spine(Int)
    case leaf(Int)

    /// The number of the spine's step or of the leaf.
    var value: Int {
        switch self {
        case .spine(let value), .leaf(let value): value
        }
    }
}

/// How many bytes the parts of a step take, in little-endian order: feature, level, target.
///
/// The feature has 2 or 3, the level 1, the target 2 or 4, of which the uppermost bit marks a spine.
struct StepForm: Equatable {
    let featureBytes: Int
    let targetBytes: Int

    /// The narrowest form for features up to `features` and targets up to `greatestTarget`.
    init(features: Int, greatestTarget: Int) {
        featureBytes = features < 1 << 16 ? 2 : 3
        targetBytes = greatestTarget < 1 << 15 ? 2 : 4
    }

    /// The form of a width, or `nil` when no form has it.
    init?(width: Int) {
        guard StepArray.widths.contains(width) else { return nil }
        featureBytes = width == 5 || width == 7 ? 2 : 3
        targetBytes = width < 7 ? 2 : 4
    }

    /// The number of bytes of a step: 5 to 8, different for each form.
    var width: Int { featureBytes + 1 + targetBytes }

    /// The bit of a target that marks a spine.
    var mark: UInt32 { targetBytes == 2 ? 1 << 15 : 1 << 31 }

    func append(_ step: Step, to bytes: inout [UInt8]) {
        var word = UInt32(truncatingIfNeeded: step.target.value)
        if case .spine = step.target { word |= mark }
        append(UInt32(truncatingIfNeeded: step.feature), count: featureBytes, to: &bytes)
        bytes.append(step.level)
        append(word, count: targetBytes, to: &bytes)
    }

    /// Reads a step whose bytes start at `position`.
    func step(in bytes: Span<UInt8>, at position: Int) -> Step {
        let word = number(in: bytes, at: position + featureBytes + 1, count: targetBytes)
        return Step(
            feature: Int(number(in: bytes, at: position, count: featureBytes)),
            level: bytes[position + featureBytes],
            target: word & mark != 0 ? .spine(Int(word & ~mark)) : .leaf(Int(word))
        )
    }

    @inline(__always)
    private func append(_ number: UInt32, count: Int, to bytes: inout [UInt8]) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(8 * index))) }
    }

    @inline(__always)
    private func number(in bytes: Span<UInt8>, at position: Int, count: Int) -> UInt32 {
        var number: UInt32 = 0
        for index in 0..<count { number |= UInt32(bytes[position + index]) << UInt32(8 * index) }
        return number
    }
}
