/// Texts with all personal data masked that the cleaner knows by its shape, for people to read.
///
/// All cleaning steps run, whatever a model's settings are: HTML, quoted replies and signatures go, and e-mail addresses,
/// links, documents, cards, telephones, amounts, dates and numbers become masks such as `[cpf]`. Names of people have no
/// shape and stay.
public struct PublicText: Sendable {
    private let cleaner = TextCleaner(AnalyzerParameters())

    /// Creates a masker.
    public init() {}

    /// The masked text with single spaces, at most so many characters of it; a text that was cut ends in "…".
    public func excerpt(of text: String, most: Int) -> String {
        var buffer = AnalysisBuffer()
        cleaner.clean(text, with: &buffer)
        let words = TextAnalyzer.readable(buffer.text).split { $0.isWhitespace || $0.isNewline }
        let whole = words.joined(separator: " ")
        guard whole.count > most else { return whole }
        return whole.prefix(max(0, most - 1)) + "…"
    }
}
