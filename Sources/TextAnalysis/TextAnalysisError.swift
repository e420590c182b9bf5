/// What went wrong in the text analysis, where, and what to do about it.
public struct TextAnalysisError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The sorts of failure.
    public enum Kind: Sendable, Equatable {
        /// A lexicon file cannot be opened or mapped.
        case unreadableLexicon(reason: String)
        /// A lexicon file is cut short, of another format or damaged.
        case malformedLexicon(reason: String)
        /// The dictionary to compile is not of the format `SMFC1`, or it is damaged.
        case malformedDictionary(reason: String)
        /// The form map of an artifact is damaged.
        case malformedFormMap(reason: String)
    }

    /// What is wrong.
    public let kind: Kind
    /// The file or the language that the failure belongs to.
    public let location: String

    /// Creates an error of a kind at a place.
    public init(_ kind: Kind, at location: String) {
        self.kind = kind
        self.location = location
    }

    /// What is wrong, where, and what to do.
    public var description: String {
        switch kind {
        case .unreadableLexicon(let reason):
            "lexicon \(location): \(reason); run 'make lexicon' or give the directory that holds the lexicons"
        case .malformedLexicon(let reason):
            "lexicon \(location): \(reason); build it again with 'make lexicon'"
        case .malformedDictionary(let reason):
            "dictionary \(location): \(reason); download the package again and compare its checksum"
        case .malformedFormMap(let reason):
            "form map \(location): \(reason); the model file is damaged, train or copy the model again"
        }
    }
}
