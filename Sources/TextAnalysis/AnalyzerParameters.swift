/// The language of the texts.
public enum Language: String, Sendable, CaseIterable {
    case portuguese = "pt"
    case spanish = "es"
    case english = "en"
}

/// Which language to analyze in: a given one, or one decided from the training texts.
public enum LanguageChoice: Sendable, Equatable {
    case fixed(Language)
    case auto
}

/// What a token becomes before it is a term.
public enum Normalizer: String, Sendable, CaseIterable {
    /// The dictionary form: `compramos` becomes `comprar`.
    case lemma
    /// The Snowball stem: `compramos` becomes `compr`.
    case stem
    /// The token itself.
    case none
}

/// Which words carry no meaning of their own and are dropped.
public enum StopWordChoice: Sendable, Equatable {
    /// The language's list; negations stay in the text.
    case standard
    case none
    case list([String])
}

/// A shop's own synonyms, applied on tokens and on phrases: `bom dia` to nothing, `mercadoria` to `pedido`.
public struct Substitution: Sendable, Equatable {
    /// One word or several, separated by single spaces.
    public var phrase: String
    /// What stands in its place; empty drops the phrase.
    public var replacement: String

    /// Creates a substitution of `phrase` by `replacement`.
    public init(phrase: String, replacement: String) {
        self.phrase = phrase
        self.replacement = replacement
    }
}

/// What the text analyzer does, step by step; part of the artifact, so that serving does the same.
public struct AnalyzerParameters: Sendable, Equatable {
    /// The language of the texts, or how it is found.
    public var language: LanguageChoice
    /// What a token becomes before it is a term.
    public var normalizer: Normalizer
    /// Turns HTML into text.
    public var cleanHTML: Bool
    /// Drops quoted replies.
    public var cleanQuotes: Bool
    /// Drops signatures and disclaimers.
    public var cleanSignatures: Bool
    /// Replaces e-mail addresses, URLs, CPF, cards, phones, amounts, dates and numbers by one token for each kind.
    public var maskEntities: Bool
    /// Takes accents off the final term, so that `troca não` and `troca nao` are the same (Portuguese and Spanish).
    public var foldAccents: Bool
    /// Which words are dropped.
    public var stopWords: StopWordChoice
    /// The shop's own synonyms.
    public var substitutions: [Substitution]

    /// Creates the parameters; the defaults are those of the hyperparameters.
    public init(
        language: LanguageChoice = .auto,
        normalizer: Normalizer = .lemma,
        cleanHTML: Bool = true,
        cleanQuotes: Bool = true,
        cleanSignatures: Bool = true,
        maskEntities: Bool = true,
        foldAccents: Bool = true,
        stopWords: StopWordChoice = .standard,
        substitutions: [Substitution] = []
    ) {
        self.language = language
        self.normalizer = normalizer
        self.cleanHTML = cleanHTML
        self.cleanQuotes = cleanQuotes
        self.cleanSignatures = cleanSignatures
        self.maskEntities = maskEntities
        self.foldAccents = foldAccents
        self.stopWords = stopWords
        self.substitutions = substitutions
    }
}
