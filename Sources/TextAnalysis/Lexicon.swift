/// The dictionary of one language: forms and their lemmas, mapped from a file.
public struct Lexicon: Sendable {
    /// Opens a compiled lexicon.
    public static func open(path: String) throws(TextAnalysisError) -> Lexicon {
        throw TextAnalysisError(.unreadableLexicon(reason: "not supported yet"), at: path)
    }
}
