internal import FeatureExtraction
internal import TextAnalysis

extension ValueForm where Value == LanguageChoice {
    static var language: Self {
        ValueForm(type: "string", allowed: "auto, pt, es, en") { value in
            guard let text = value.text?.lowercased(), text != "auto" else { return .auto }
            // `pt-BR` and `pt_BR` are Portuguese.
            let subtag = text.prefix { $0 != "-" && $0 != "_" }
            return Language(rawValue: String(subtag)).map { .fixed($0) }
        } print: {
            switch $0 {
            case .auto: "auto"
            case .fixed(let language): language.rawValue
            }
        }
    }
}

extension ValueForm where Value == StopWordChoice {
    static var stopWords: Self {
        ValueForm(type: "string or list", allowed: "default, none, or a list of words") { value in
            guard let text = value.text else { return StopWordChoice.none }
            if text.lowercased() == "default" { return .standard }
            return value.list.map { .list($0) }
        } print: {
            switch $0 {
            case .standard: "default"
            case .none: "none"
            case .list(let words): words.joined(separator: ",")
            }
        }
    }
}

extension ValueForm where Value == ClosedRange<Int> {
    /// Two whole numbers: `1,2`, `(1, 2)` or `[1,2]`.
    static func range(in bounds: ClosedRange<Int>) -> Self {
        let allowed = "two whole numbers from \(bounds.lowerBound) to \(bounds.upperBound), the smaller first, as 1,2"
        return ValueForm(type: "pair of integers", allowed: allowed) { value in
            let numbers = (value.list ?? []).compactMap { HyperparameterValue($0).integer }
            guard numbers.count == 2, value.list?.count == 2, numbers[0] <= numbers[1],
                bounds.contains(numbers[0]), bounds.contains(numbers[1])
            else { return nil }
            return numbers[0]...numbers[1]
        } print: {
            "\($0.lowerBound),\($0.upperBound)"
        }
    }
}

extension ValueForm where Value == DocumentFrequency {
    static var documentFrequency: Self {
        ValueForm(
            type: "integer or number",
            allowed: "a whole number of documents from 1, or a share from 0.0 to 1.0 with a decimal point"
        ) { value in
            switch CountOrShare(value) {
            case .count(let count) where count >= 1: .count(count)
            case .share(let share) where share >= 0: .share(share)
            default: nil
            }
        } print: {
            switch $0 {
            case .count(let count): "\(count)"
            case .share(let share): "\(share)"
            }
        }
    }
}

extension ValueForm where Value == [String]? {
    /// Names between commas or in a list; `nil` stands for the default, which is explained instead.
    static func names(default names: String) -> Self {
        ValueForm(type: "list", allowed: "names between commas, or a JSON list") { value in
            guard value.text != nil else { return .some(nil) }
            return value.list.flatMap { $0.isEmpty ? nil : .some($0) }
        } print: {
            $0?.joined(separator: ",") ?? names
        }
    }
}

extension ValueForm where Value == DocumentFilter? {
    static var filter: Self {
        ValueForm(type: "string", allowed: "COLUMN in [VALUE, VALUE], COLUMN not in [...], or None") { value in
            guard let text = value.text else { return .some(nil) }
            return DocumentFilter(text).map { .some($0) }
        } print: {
            $0?.description ?? "None"
        }
    }
}
