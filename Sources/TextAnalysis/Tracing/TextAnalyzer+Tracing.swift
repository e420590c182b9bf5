extension TextAnalyzer {
    /// Where the terms of a text came from, for the text that was analyzed last with `buffer`, in O(bytes).
    ///
    /// A slow second analysis, which keeps the way back through the cleaning; where it does not come to the same terms,
    /// nothing is told.
    ///
    /// - Returns: For each of the buffer's terms the range of the text's UTF-8 bytes; nil when it cannot be told.
    public func sources(of text: String, with buffer: inout AnalysisBuffer) -> [Range<Int>?] {
        let analyzed = buffer.terms
        let unknown = [Range<Int>?](repeating: nil, count: analyzed.count)
        let traced = cleaner.trace(text)
        guard traced.bytes == buffer.text else { return unknown }
        let index = makerIndex(for: &buffer)
        var sources = rawSources(traced, makers[index], with: &buffer)
        if !substituters[index].isEmpty {
            swap(&buffer.rawTerms, &buffer.terms)
            sources = substituters[index].apply(to: buffer.rawTerms, from: sources, into: &buffer.terms)
        }
        guard buffer.terms.bytes == analyzed.bytes, sources.count == analyzed.count else {
            buffer.terms = analyzed
            return unknown
        }
        return sources
    }

    /// Makes the terms without substitutions, as `makeTerms` does, and finds where the word of each stands.
    private func rawSources(
        _ traced: TracedText,
        _ maker: TermMaker,
        with buffer: inout AnalysisBuffer
    ) -> [Range<Int>?] {
        var sources: [Range<Int>?] = []
        var tokenizer = Tokenizer()
        buffer.terms.removeAll()
        while true {
            let range: Range<Int>?
            switch tokenizer.next(in: traced.bytes.span, into: &buffer.word) {
            case .end: return sources
            case .mask(let byte):
                buffer.terms.append(Mask.terms[Int(byte)])
                range = tokenizer.position - 1..<tokenizer.position
            case .word:
                appendTerm(maker, maker.languageCode, &buffer)
                range = Self.range(of: buffer.word.array, endingAt: tokenizer.position, in: traced.bytes)
            }
            guard sources.count < buffer.terms.count else { continue }
            let source = range.flatMap(traced.source)
            // A contracted negation is two terms of one word.
            while sources.count < buffer.terms.count { sources.append(source) }
        }
    }

    /// The place of a word in lower case that ends at a position; nil when its letters have another length there.
    private static func range(of word: [UInt8], endingAt end: Int, in text: [UInt8]) -> Range<Int>? {
        let start = end - word.count
        guard start >= 0 else { return nil }
        for (index, byte) in zip(start..<end, word) where text[index] != byte {
            // Capital letters of ASCII differ from small ones in one bit; others are looked at as a whole.
            if text[index] &- 0x41 < 26, text[index] | 0x20 == byte { continue }
            return Letters.lowercased(Array(text[start..<end])) == word ? start..<end : nil
        }
        return start..<end
    }
}
