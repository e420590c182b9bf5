public import Dataset
import Glibc
public import TextAnalysis

/// Turns a document's terms into features as scikit-learn's `TfidfVectorizer` does: term count x smooth inverse document
/// frequency, scaled to Euclidean length 1.
public struct TfidfVectorizer: Sendable, Equatable {
    /// What the vectorizer was fitted with.
    public let parameters: TfidfParameters
    /// The term of each feature.
    public let vocabulary: Vocabulary
    /// For each feature its inverse document frequency, ln((1 + n) / (1 + df)) + 1.
    public let idf: [Float]

    /// Puts a vectorizer together from its parts.
    ///
    /// - Throws: `TfidfError` unless there is one finite, positive weight for each term.
    public init(parameters: TfidfParameters, vocabulary: Vocabulary, idf: [Float]) throws(TfidfError) {
        guard idf.count == vocabulary.count, idf.allSatisfy({ $0.isFinite && $0 > 0 }) else {
            throw TfidfError(.weights(idf.count, terms: vocabulary.count))
        }
        self.parameters = parameters
        self.vocabulary = vocabulary
        self.idf = idf
    }

    /// Buffers of one thread, used again from document to document.
    public struct Buffer: Sendable {
        /// The features of the last document.
        public fileprivate(set) var vector = SparseVector()
        /// How many of the last document's shortest n-grams are features, counting each occurrence.
        public fileprivate(set) var knownTerms = 0
        fileprivate var found: [UInt32] = []
        fileprivate var weights: [Double] = []

        /// Creates empty buffers.
        public init() {}
    }

    /// Writes a document's features into `buffer.vector`; terms outside the vocabulary are left out.
    public func transform(_ list: TermList, into buffer: inout Buffer) {
        buffer.found.removeAll(keepingCapacity: true)
        buffer.knownTerms = 0
        for length in parameters.ngramRange {
            list.forEachNGram(length) { range in
                guard let feature = vocabulary.feature(of: list.bytes, range) else { return }
                buffer.found.append(UInt32(truncatingIfNeeded: feature))
            }
            if length == parameters.ngramRange.lowerBound { buffer.knownTerms = buffer.found.count }
        }
        buffer.found.sortShort()
        buffer.startRow()
        var position = 0
        while position < buffer.found.count {
            let feature = buffer.found[position]
            var end = position + 1
            while end < buffer.found.count && buffer.found[end] == feature { end += 1 }
            buffer.append(feature, weight: weight(count: end - position, of: Int(feature)))
            position = end
        }
        buffer.scaleRow()
    }

    /// The weight of a feature that stands `count` times in a document, before scaling.
    func weight(count: Int, of feature: Int) -> Double {
        let frequency = parameters.sublinearTF ? 1 + Glibc.log(Double(count)) : Double(count)
        return frequency * Double(idf[feature])
    }
}

extension TfidfVectorizer.Buffer {
    mutating func startRow() {
        vector.removeAll()
        weights.removeAll(keepingCapacity: true)
    }

    mutating func append(_ feature: UInt32, weight: Double) {
        vector.indices.append(feature)
        weights.append(weight)
    }

    /// Scales the row to Euclidean length 1; the sum runs in the order of the features, so that it is always the same.
    mutating func scaleRow() {
        let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
        vector.values.append(addingCapacity: weights.count) { (values: inout OutputSpan<Float>) in
            for weight in weights { values.append(Float(weight / length)) }
        }
    }
}
