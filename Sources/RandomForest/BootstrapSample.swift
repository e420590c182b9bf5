import Dataset

/// A document in a tree's sample: its class and how often it was drawn; all zero once it has left a column index.
struct SampleInfo: Equatable {
    var bits: UInt32

    static let gone = SampleInfo(bits: 0)
    static let mostClasses = 1 << 16
    static let mostDraws = (1 << 16) - 1

    @inline(__always)
    init(bits: UInt32) {
        self.bits = bits
    }

    @inline(__always)
    init(class index: Int, draws: Int) {
        bits = UInt32(truncatingIfNeeded: draws) &<< 16 | UInt32(truncatingIfNeeded: index)
    }

    @inline(__always) var isGone: Bool { bits == 0 }
    @inline(__always) var classIndex: Int { Int(truncatingIfNeeded: bits & 0xFFFF) }
    @inline(__always) var draws: Int { Int(truncatingIfNeeded: bits &>> 16) }
}

/// The documents that one tree learns from, with the number of times each was drawn.
struct BootstrapSample {
    /// For each document of the training set how often it was drawn; 0 for those out of the bag.
    private(set) var draws: [UInt16]

    /// Draws `size` documents with replacement, or takes each document once.
    init(documents: Int, size: Int, bootstrap: Bool, using generator: inout SeededGenerator) {
        guard bootstrap else {
            draws = Array(repeating: 1, count: documents)
            return
        }
        draws = Array(repeating: 0, count: documents)
        for _ in 0..<size {
            let index = generator.below(documents)
            draws[index] = min(draws[index], UInt16.max - 1) + 1
        }
    }

    /// The documents in the bag, ascending.
    var documents: [UInt32] {
        draws.indices.filter { draws[$0] > 0 }.map { UInt32(truncatingIfNeeded: $0) }
    }
}
