/// How many texts of a set are in each language, by their commonest words.
public struct LanguageCounts: Sendable, Equatable {
    /// The most texts that are looked at, spread evenly over the set.
    public static let mostTexts = 5_000

    /// The number of texts in each language.
    public private(set) var counts: [Language: Int] = [:]
    /// The number of texts that no known word tells the language of.
    public private(set) var undecided = 0

    /// Counts the languages of a set of texts; O(bytes of those looked at).
    public init(of texts: [String], parameters: AnalyzerParameters) {
        let cleaner = TextCleaner(parameters)
        let detector = LanguageDetector()
        var buffer = AnalysisBuffer()
        for index in stride(from: 0, to: texts.count, by: max(1, (texts.count + Self.mostTexts - 1) / Self.mostTexts)) {
            cleaner.clean(texts[index], with: &buffer)
            let text = buffer.text
            if let language = detector.language(of: text.span, word: &buffer.word) {
                counts[language, default: 0] += 1
            } else {
                undecided += 1
            }
        }
    }

    /// The number of texts that were looked at.
    public var texts: Int { counts.values.reduce(undecided, +) }
}
