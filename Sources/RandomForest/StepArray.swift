public import Dataset

/// The steps of a forest's spines, packed back to back so that a walk reads one run of bytes.
///
/// A step is, in little-endian order, its feature (16 or 24 bits), the greatest level that goes on (8 bits), and where a
/// document that turns right goes (16 or 32 bits, see `Target`). The last step of a spine asks for a feature that every
/// document has. The width in bytes, 5 to 8, tells the four forms apart.
public struct StepArray: Sendable, Equatable {
    /// All steps.
    public let bytes: FrozenArray<UInt8>
    /// The number of bytes of a step.
    public let width: Int

    /// The widths that steps can have.
    public static let widths = 5...8

    /// Takes stored steps.
    ///
    /// - Throws: `RandomForestError` when the bytes don't make whole steps of one of the widths.
    public init(bytes: FrozenArray<UInt8>, width: Int) throws(RandomForestError) {
        guard Self.widths.contains(width), bytes.count % width == 0 else {
            throw RandomForestError(.malformed("its steps are cut short"))
        }
        self.bytes = bytes
        self.width = width
    }

    /// Packs steps as narrow as they allow.
    init(features: [UInt32], levels: [UInt8], targets: [Target]) {
        let featureBytes = features.allSatisfy { $0 < 1 << 16 } ? 2 : 3
        let targetBytes = targets.allSatisfy { $0.value < 1 << 15 } ? 2 : 4
        width = featureBytes + 1 + targetBytes
        var bytes: [UInt8] = []
        bytes.reserveCapacity(features.count * width)
        for step in features.indices {
            var rest = UInt64(features[step]) | UInt64(levels[step]) << UInt64(8 * featureBytes)
            rest |= UInt64(targets[step].word(bytes: targetBytes)) << UInt64(8 * featureBytes + 8)
            for _ in 0..<width {
                bytes.append(UInt8(truncatingIfNeeded: rest))
                rest >>= 8
            }
        }
        self.bytes = FrozenArray(bytes)
    }

    /// The number of steps.
    public var count: Int { bytes.count / width }

    var featureBytes: Int { width == 5 || width == 7 ? 2 : 3 }
    var targetBytes: Int { width < 7 ? 2 : 4 }

    /// The feature of a step.
    func feature(at step: Int) -> Int { number(at: step * width, bytes: featureBytes) }

    /// The greatest level that goes on at a step.
    func level(at step: Int) -> UInt8 { bytes[step * width + featureBytes] }

    /// Where a document that turns right at a step goes.
    func target(at step: Int) -> Target {
        let word = number(at: step * width + featureBytes + 1, bytes: targetBytes)
        return Target(word: UInt32(truncatingIfNeeded: word), bytes: targetBytes)
    }

    private func number(at position: Int, bytes length: Int) -> Int {
        (0..<length).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
}

/// Where a right turn leads: to a spine that starts so many steps after the tree's first, or to a leaf, which is a class,
/// or the number of classes + the index of a mixture.
enum Target: Equatable {
    case spine(Int)
    case leaf(Int)

    /// Reads a target of 2 or 4 bytes, whose uppermost bit marks a spine.
    init(word: UInt32, bytes: Int) {
        let mark: UInt32 = bytes == 2 ? 1 << 15 : 1 << 31
        self = word & mark != 0 ? .spine(Int(word & ~mark)) : .leaf(Int(word))
    }

    /// The number without the mark.
    var value: Int {
        switch self {
        case .spine(let value), .leaf(let value): value
        }
    }

    func word(bytes: Int) -> UInt32 {
        switch self {
        case .spine(let value): UInt32(truncatingIfNeeded: value) | (bytes == 2 ? 1 << 15 : 1 << 31)
        case .leaf(let value): UInt32(truncatingIfNeeded: value)
        }
    }
}
