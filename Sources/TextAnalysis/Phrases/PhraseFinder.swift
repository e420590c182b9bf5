/// Looks for phrases in texts, whatever forms their words have there; accents never count.
///
/// A phrase is looked for by its terms, so that `codigo postagem` also finds `códigos de postagem`, before and after a
/// shop's substitutions, and by its words as they are written, so that stop words and words that a model does not know
/// are found too. A mask such as `[cpf]` stands for what it masks. Safe to share between threads.
public struct PhraseFinder: Sendable {
    /// What is looked for in the texts of one language.
    private struct Tables: Sendable {
        var words = PhraseTable()
        var terms = PhraseTable()
        var substituted = PhraseTable()
    }

    private let analyzer: TextAnalyzer
    /// By the place of the language in the analyzer.
    private var tables: [Tables] = []

    /// Compiles phrases; a phrase is known by its place in the list.
    public init(_ phrases: [String], analyzer: TextAnalyzer) {
        self.analyzer = analyzer
        for index in analyzer.makers.indices {
            var tables = Tables()
            for (number, phrase) in phrases.enumerated() {
                insert(PhraseParts(phrase), number, language: index, into: &tables)
            }
            self.tables.append(tables)
        }
    }

    private func insert(_ phrase: PhraseParts, _ number: Int, language: Int, into tables: inout Tables) {
        let maker = analyzer.makers[language]
        let terms = phrase.terms { analyzer.terms(ofPhrase: $0, maker: maker) }
        tables.words.insert(phrase.terms(analyzer.foldedWords), phrase: number)
        tables.terms.insert(terms, phrase: number)
        guard !analyzer.substituters[language].isEmpty else { return }
        var (list, output) = (TermList(), TermList())
        for term in terms { list.append(term) }
        analyzer.substituters[language].apply(to: list, into: &output)
        tables.substituted.insert((0..<output.count).map { Array(output.bytes[output.range(at: $0)]) }, phrase: number)
    }

    /// The numbers of the phrases that a text holds; O(bytes of the text).
    public func phrases(in text: String, with buffer: inout AnalysisBuffer) -> Set<Int> {
        analyzer.cleaner.clean(text, with: &buffer)
        let language = analyzer.makerIndex(for: &buffer)
        var found: Set<Int> = []
        analyzer.makeTerms(analyzer.makers[language], with: &buffer)
        tables[language].terms.find(in: buffer.terms, into: &found)
        if !analyzer.substituters[language].isEmpty {
            analyzer.substituters[language].apply(to: buffer.terms, into: &buffer.rawTerms)
            tables[language].substituted.find(in: buffer.rawTerms, into: &found)
        }
        analyzer.readFoldedWords(of: buffer.text, into: &buffer.rawTerms, word: &buffer.word)
        tables[language].words.find(in: buffer.rawTerms, into: &found)
        return found
    }
}

extension TextAnalyzer {
    /// The words of a phrase without their accents.
    fileprivate func foldedWords(of phrase: String) -> [[UInt8]] {
        var buffer = AnalysisBuffer()
        var words = TermList()
        cleaner.clean(phrase, with: &buffer)
        readFoldedWords(of: buffer.text, into: &words, word: &buffer.word)
        return (0..<words.count).map { Array(words.bytes[words.range(at: $0)]) }
    }

    /// Writes the words of a cleaned text without their accents, stop words too, and its masks.
    fileprivate func readFoldedWords(of text: [UInt8], into words: inout TermList, word: inout WordBuffer) {
        words.removeAll()
        var tokenizer = Tokenizer()
        while true {
            switch tokenizer.next(in: text.span, into: &word) {
            case .end: return
            case .mask(let byte): words.append(Mask.terms[Int(byte)])
            case .word:
                let folded = Letters.folded(word.array)
                if !folded.isEmpty { words.append(folded) }
            }
        }
    }
}
