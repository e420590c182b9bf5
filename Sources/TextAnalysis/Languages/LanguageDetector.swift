/// Tells Portuguese, Spanish and English apart by their commonest words.
struct LanguageDetector: Sendable {
    /// How sure one language must be to be the language of a whole set.
    private static let shareOfSet = 0.95
    /// Texts of a set that are looked at, spread evenly.
    private static let sampleSize = 5000

    private var words = ByteTable()
    /// For each word one bit for each language that has it.
    private var languages: [UInt8] = []

    /// Creates a detector from the stop words and a few words of mail.
    init() {
        for (place, language) in Language.allCases.enumerated() {
            let list =
                StopWords.standard(of: language) + Self.mailWords(of: language).split(separator: " ").map(String.init)
            for word in list {
                for spelling in Set([Array(word.utf8), Letters.folded(Array(word.utf8))]) {
                    let index = words.insert(spelling.span)
                    if index == languages.count { languages.append(0) }
                    languages[index] |= 1 << UInt8(place)
                }
            }
        }
    }

    /// The language of a cleaned text, or nil when no word tells.
    func language(of text: borrowing Span<UInt8>, word: inout WordBuffer) -> Language? {
        scores(of: text, word: &word).bestLanguage
    }

    private func scores(of text: borrowing Span<UInt8>, word: inout WordBuffer) -> LanguageScores {
        var scores = LanguageScores()
        var tokenizer = Tokenizer()
        while true {
            switch tokenizer.next(in: text, into: &word) {
            case .end: return scores
            case .mask: continue
            case .word: add(word, to: &scores)
            }
        }
    }

    private func add(_ word: borrowing WordBuffer, to scores: inout LanguageScores) {
        guard let index = words.index(of: word) else { return }
        scores.add(languages[index])
    }

    /// The language of nearly all texts that tell; nil when the set is mixed, and Portuguese when nothing tells.
    func language(ofSet texts: [String], cleaner: TextCleaner) -> Language? {
        var counts: [Language: Int] = [:]
        var buffer = AnalysisBuffer()
        for index in stride(from: 0, to: texts.count, by: max(1, texts.count / Self.sampleSize)) {
            cleaner.clean(texts[index], with: &buffer)
            let text = buffer.text
            let scores = scores(of: text.span, word: &buffer.word)
            if let sure = scores.sureLanguage { counts[sure, default: 0] += 1 }
        }
        guard let (language, count) = counts.max(by: { $0.value < $1.value }) else { return .portuguese }
        let total = counts.values.reduce(0, +)
        return Double(count) >= Self.shareOfSet * Double(total) ? language : nil
    }

    private static func mailWords(of language: Language) -> String {
        switch language {
        case .portuguese:
            "não muito mas obrigado obrigada olá oi bom dia boa tarde noite favor prezados produto comprei loja recebi chegou"
                + " gostei entrega prazo quero meu minha pedido nota fiscal reclamação ótimo bem"
        case .spanish:
            "no muy pero gracias hola buenos días buenas tardes estimados compré tienda recibí llegó pedido quiero factura"
                + " mañana por favor qué cómo cuándo dónde más bien"
        case .english:
            "not no very but thanks thank hello hi dear please order bought shop received arrived want need card get got"
        }
    }
}
