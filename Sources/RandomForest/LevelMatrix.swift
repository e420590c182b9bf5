public import Dataset

/// The 8-bit level of a feature's value: trees compare levels, so that a threshold takes one byte.
///
/// Values lie from 0 to 1, as in rows of Euclidean length 1. The square root spends more levels on small values,
/// which long documents are made of.
public enum FeatureLevel {
    /// The level of a value: 0 for an absent feature, 1 to 255 for a present one; greater values have no lower levels.
    @inlinable
    public static func level(of value: Float) -> UInt8 {
        guard value > 0 else { return 0 }
        return UInt8(max(1, min(255, value.squareRoot() * 255 + 0.5)))
    }

    /// The greatest level that goes left of the middle between the values of two levels; from `below` to `above` - 1.
    @inline(__always)
    static func between(_ above: UInt32, _ below: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: Int32((Float(above &* above &+ below &* below) / 2).squareRoot()))
    }

    /// A level from `least` to `most` - 1, so that the threshold is equally likely anywhere between their values.
    @inline(__always)
    static func random(from least: UInt32, upTo most: UInt32, using generator: inout SeededGenerator) -> UInt32 {
        let (low, high) = (least &* least, most &* most)
        let value = low &+ UInt32(truncatingIfNeeded: generator.below(Int(high &- low)))
        return min(most &- 1, UInt32(Float(value).squareRoot()))
    }
}

/// One entry of a row: the feature in the upper 24 bits, its level in the lower 8.
public struct LevelEntry: Sendable, Equatable {
    let bits: UInt32

    /// The greatest number of features that entries can tell apart.
    public static let mostFeatures = 1 << 24

    /// Creates the entry of a feature below `mostFeatures`.
    @inline(__always)
    public init(feature: UInt32, level: UInt8) {
        bits = feature &<< 8 | UInt32(level)
    }

    @inline(__always) var feature: Int { Int(truncatingIfNeeded: bits &>> 8) }
    @inline(__always) var level: UInt8 { UInt8(truncatingIfNeeded: bits) }
}

/// The features of documents reduced to levels, row by row.
public struct LevelMatrix: Sendable {
    let rowOffsets: [Int]
    let entries: [LevelEntry]
    /// The number of features.
    public let features: Int

    /// Reduces a matrix of values from 0 to 1; O(entries).
    ///
    /// - Throws: `RandomForestError` when there are too many features.
    public init(_ matrix: CSRMatrix) throws(RandomForestError) {
        guard matrix.columns < LevelEntry.mostFeatures else {
            throw RandomForestError(
                .data(
                    "\(matrix.columns) features are too many; set tfidf_max_features below \(LevelEntry.mostFeatures)"
                )
            )
        }
        rowOffsets = matrix.rowOffsets
        entries = zip(matrix.columnIndices, matrix.values).map {
            LevelEntry(feature: $0, level: FeatureLevel.level(of: $1))
        }
        features = matrix.columns
    }

    /// The number of documents.
    public var rows: Int { rowOffsets.count - 1 }

    /// The entries of a document, by ascending feature.
    @inline(__always)
    func row(_ index: Int) -> Range<Int> {
        rowOffsets[index]..<rowOffsets[index + 1]
    }

    /// The level of a feature in a document; O(log features of the document).
    func level(of feature: Int, in document: Int) -> UInt8 {
        let row = row(document)
        var (low, high) = (row.lowerBound, row.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].feature < feature { low = middle + 1 } else { high = middle }
        }
        return low < row.upperBound && entries[low].feature == feature ? entries[low].level : 0
    }
}
