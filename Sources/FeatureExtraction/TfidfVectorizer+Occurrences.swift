public import TextAnalysis

extension TfidfVectorizer {
    /// Calls `body` with each term or n-gram of a document that is a feature, and with those of the document's terms that it
    /// consists of; the shortest first.
    public func forEachOccurrence(in list: TermList, _ body: (_ feature: Int, _ terms: Range<Int>) -> Void) {
        for length in parameters.ngramRange {
            var first = 0
            list.forEachNGram(length) { range in
                if let feature = vocabulary.feature(of: list.bytes, range) { body(feature, first..<first + length) }
                first += 1
            }
        }
    }
}
