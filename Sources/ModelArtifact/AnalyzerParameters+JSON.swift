import JSON
import TextAnalysis

extension AnalyzerParameters {
    var json: JSONValue {
        let language: String =
            switch self.language {
            case .fixed(let language): language.rawValue
            case .auto: "auto"
            }
        let stopWords: JSONValue =
            switch self.stopWords {
            case .standard: "default"
            case .none: "none"
            case .list(let words): .array(words.map(JSONValue.string))
            }
        return [
            "language": .string(language),
            "normalizer": .string(normalizer.rawValue),
            "clean_html": .bool(cleanHTML),
            "clean_quotes": .bool(cleanQuotes),
            "clean_signatures": .bool(cleanSignatures),
            "mask_entities": .bool(maskEntities),
            "fold_accents": .bool(foldAccents),
            "stop_words": stopWords,
            "substitutions": .array(substitutions.map { [.string($0.phrase), .string($0.replacement)] }),
        ]
    }

    init?(json: JSONValue) {
        guard let language = json["language"]?.stringValue.flatMap(LanguageChoice.init(name:)),
            let normalizer = json["normalizer"]?.stringValue.flatMap(Normalizer.init),
            let cleanHTML = json["clean_html"]?.boolValue, let cleanQuotes = json["clean_quotes"]?.boolValue,
            let cleanSignatures = json["clean_signatures"]?.boolValue,
            let maskEntities = json["mask_entities"]?.boolValue, let foldAccents = json["fold_accents"]?.boolValue,
            let stopWords = json["stop_words"].flatMap(StopWordChoice.init(json:)),
            let substitutions = json["substitutions"]?.elements(Substitution.init(json:))
        else { return nil }
        self.init(
            language: language,
            normalizer: normalizer,
            cleanHTML: cleanHTML,
            cleanQuotes: cleanQuotes,
            cleanSignatures: cleanSignatures,
            maskEntities: maskEntities,
            foldAccents: foldAccents,
            stopWords: stopWords,
            substitutions: substitutions
        )
    }
}

extension LanguageChoice {
    fileprivate init?(name: String) {
        if name == "auto" {
            self = .auto
        } else if let language = Language(rawValue: name) {
            self = .fixed(language)
        } else {
            return nil
        }
    }
}

extension StopWordChoice {
    fileprivate init?(json: JSONValue) {
        switch json {
        case .string("default"): self = .standard
        case .string("none"): self = .none
        default:
            guard let words = json.elements(\.stringValue) else { return nil }
            self = .list(words)
        }
    }
}

extension Substitution {
    fileprivate init?(json: JSONValue) {
        guard let pair = json.arrayValue, pair.count == 2, let phrase = pair[0].stringValue,
            let replacement = pair[1].stringValue
        else { return nil }
        self.init(phrase: phrase, replacement: replacement)
    }
}
