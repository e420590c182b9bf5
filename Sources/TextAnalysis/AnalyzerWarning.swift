/// What an analyzer did otherwise than it was told, for the log.
public enum AnalyzerWarning: Sendable, Equatable, CustomStringConvertible {
    /// There is no lexicon of a language; words are stemmed instead.
    case lexiconMissing(Language)

    /// What happened and what to do.
    public var description: String {
        switch self {
        case .lexiconMissing(let language):
            "no lexicon for language '\(language.rawValue)': words are stemmed instead of lemmatized; "
                + "run 'make lexicon' and train again"
        }
    }
}
