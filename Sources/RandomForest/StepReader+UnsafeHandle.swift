import Dataset

/// Asks packed steps of one document, without bounds checks and without branches; valid as long as forest and levels.
///
/// The lengths of a step's parts belong to the type, so that all offsets are known when a scan is compiled.
@unsafe
struct StepReader<let featureBytes: Int, let targetBytes: Int> {
    private let bytes: UnsafeRawPointer
    private let levels: UnsafeRawPointer

    init(_ steps: StepArray, _ levels: UnsafeBufferPointer<PresentLevel>) {
        guard let bytes = unsafe steps.bytes.unsafeElements.baseAddress, let levels = levels.baseAddress else {
            preconditionFailure("a forest has a step and a document a level at least")
        }
        unsafe self.bytes = UnsafeRawPointer(bytes)
        unsafe self.levels = UnsafeRawPointer(levels)
    }

    /// What makes a spine's signed target the number of its step: the bit that marks a spine is the sign.
    static var mark: UInt32 { targetBytes == 2 ? 1 << 15 : 1 << 31 }

    private static var width: Int { featureBytes + 1 + targetBytes }

    /// The target of a step as a signed number: negative for a spine.
    @inline(__always)
    func target(of step: UInt32) -> Int32 {
        let place = unsafe address(of: step) + (featureBytes + 1)
        return unsafe targetBytes == 2
            ? Int32(Int16(littleEndian: place.loadUnaligned(as: Int16.self)))
            : Int32(littleEndian: place.loadUnaligned(as: Int32.self))
    }

    /// How far the document's level is above that which turns; from -256 to -1 where it stays on the spine, else to 254.
    @inline(__always)
    func excess(at step: UInt32) -> Int32 {
        let address = unsafe address(of: step)
        let level = unsafe address.load(fromByteOffset: featureBytes, as: UInt8.self)
        let own = unsafe entry(of: address).load(fromByteOffset: PresentLevel.joinedSteps, as: UInt8.self)
        return Int32(own) &- Int32(level) &- 1
    }

    /// The first of `Forest.stepsAtOnce` steps that asks for a feature of the document, or the step behind them.
    ///
    /// Whether the document turns there is asked of that step alone: a load and a comparison fewer for each of the others.
    @inline(__always)
    func firstPresent(from step: UInt32) -> UInt32 {
        let address = unsafe address(of: step)
        var found: UInt32 = 0
        for first in stride(from: 0, to: Forest.stepsAtOnce, by: PresentLevel.joinedSteps) {
            let bits = unsafe presence(first, 0, address) | presence(first + 1, 1, address)
            let joined = unsafe bits | presence(first + 2, 2, address)
            found = found &<< UInt32(PresentLevel.joinedSteps) | UInt32(joined)
        }
        let unused = UInt32.bitWidth - Forest.stepsAtOnce
        return step &+ UInt32(truncatingIfNeeded: (found &* 2 &+ 1).leadingZeroBitCount &- (unused - 1))
    }

    /// The presence of the feature of a step behind `address`, as the bit of a place.
    @inline(__always)
    private func presence(_ number: Int, _ place: Int, _ address: UnsafeRawPointer) -> UInt8 {
        unsafe entry(of: address + number &* Self.width).load(fromByteOffset: place, as: UInt8.self)
    }

    /// The document's `PresentLevel` of a step's feature.
    @inline(__always)
    private func entry(of address: UnsafeRawPointer) -> UnsafeRawPointer {
        unsafe levels + feature(at: address) &* MemoryLayout<PresentLevel>.stride
    }

    @inline(__always)
    private func address(of step: UInt32) -> UnsafeRawPointer {
        unsafe bytes + Int(truncatingIfNeeded: step) &* Self.width
    }

    /// A step has six bytes where a feature has three, so four can be read.
    @inline(__always)
    private func feature(at address: UnsafeRawPointer) -> Int {
        unsafe featureBytes == 2
            ? Int(UInt16(littleEndian: address.loadUnaligned(as: UInt16.self)))
            : Int(UInt32(littleEndian: address.loadUnaligned(as: UInt32.self)) & 0xFF_FFFF)
    }
}
