/// The buffers of one thread, used again from document to document; a warm buffer needs no allocation.
public struct AnalysisBuffer: Sendable {
    /// The terms of the last document that was analyzed.
    public internal(set) var terms = TermList()
    /// The text between the steps: each step reads `text`, writes `output`, and the two change places.
    var text: [UInt8] = []
    var output: [UInt8] = []
    /// The word being read.
    var word = WordBuffer()
    /// The terms before the substitutions.
    var rawTerms = TermList()
    /// The terms of words seen before, by the analyzer that `owner` belongs to.
    var cache = TermCache()
    var owner: AnalyzerIdentity?
    /// The words seen since they were taken last; nil when nobody asks for them.
    var seenWords: TrainingWords?

    /// Creates empty buffers; for `takeWords`, with `recordsWords`.
    public init(recordsWords: Bool = false) {
        seenWords = recordsWords ? TrainingWords() : nil
    }

    /// The words of the texts analyzed with this buffer, less those that an earlier call has given.
    public mutating func takeWords() -> TrainingWords {
        guard let words = seenWords else { return TrainingWords() }
        seenWords = TrainingWords()
        return words
    }
}

/// Tells analyzers apart, so that a buffer used with another analyzer forgets the terms of the first.
final class AnalyzerIdentity: Sendable {}
