/// Turns a message into terms: cleans, masks, tokenizes, normalizes, folds, drops stop words and substitutes.
public struct TextAnalyzer: Sendable {
    /// The settings.
    public let parameters: AnalyzerParameters
    /// The language decided; nil when each document decides for itself.
    public let language: Language?

    /// Decides the language and counts what the restoring of accents needs, in O(bytes).
    public static func fit(
        _ parameters: AnalyzerParameters,
        to texts: [String],
        lexicons: [Language: Lexicon]
    ) throws(TextAnalysisError) -> TextAnalyzer {
        let language: Language? =
            switch parameters.language {
            case .fixed(let language): language
            case .auto: .portuguese
            }
        return TextAnalyzer(parameters: parameters, language: language)
    }

    /// Creates the analyzer of a trained model.
    public init(state: AnalyzerState) throws(TextAnalysisError) {
        self.init(parameters: state.parameters, language: state.language)
    }

    private init(parameters: AnalyzerParameters, language: Language?) {
        self.parameters = parameters
        self.language = language
    }

    /// Writes the terms of a text, in order, into the buffer, in O(bytes).
    public func analyze(_ text: String, with buffer: inout AnalysisBuffer) {
        buffer.text.removeAll(keepingCapacity: true)
        buffer.text.append(contentsOf: text.utf8)
        buffer.terms.removeAll()
        var token: [UInt8] = []
        for scalar in String(decoding: buffer.text, as: UTF8.self).lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic {
                token.append(contentsOf: String(scalar).utf8)
            } else if !token.isEmpty {
                buffer.terms.append(token)
                token.removeAll(keepingCapacity: true)
            }
        }
        if !token.isEmpty { buffer.terms.append(token) }
    }

    /// What serving needs to give the same terms without a lexicon.
    public func servingState(vocabulary: [String], trainingTexts: [String]) -> AnalyzerState {
        AnalyzerState(parameters: parameters, language: language, formMaps: [:])
    }
}
