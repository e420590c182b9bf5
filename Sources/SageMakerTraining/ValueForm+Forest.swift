internal import JSON
internal import RandomForest

extension ValueForm where Value == SampleCount {
    /// A number of documents, or a share of them above 0 and up to `mostShare`.
    static func samples(from least: Int) -> Self {
        ValueForm(type: "integer or number", allowed: Allowed.samples(from: least)) {
            SampleCount($0, from: least)
        } print: {
            $0.written
        }
    }
}

extension ValueForm where Value == SampleCount? {
    /// The same, or `None` for all documents.
    static func samplesOrNone(from least: Int) -> Self {
        ValueForm(type: "integer or number", allowed: Allowed.samples(from: least) + ", or None") { value in
            guard value.text != nil else { return .some(nil) }
            return SampleCount(value, from: least).map { .some($0) }
        } print: {
            $0?.written ?? "None"
        }
    }
}

extension ValueForm where Value == MaxFeatures {
    static var maxFeatures: Self {
        ValueForm(
            type: "string, integer or number",
            allowed:
                "sqrt, log2, None for all, a whole number from 1, or a share above 0.0 up to 1.0 with a decimal point"
        ) { value in
            switch value.text?.lowercased() {
            case nil, "all": return .all
            // The default of older releases of scikit-learn.
            case "sqrt", "auto": return .sqrt
            case "log2": return .log2
            default: return MaxFeatures(CountOrShare(value))
            }
        } print: {
            switch $0 {
            case .sqrt: "sqrt"
            case .log2: "log2"
            case .all: "None"
            case .count(let count): "\(count)"
            case .fraction(let fraction): "\(fraction)"
            }
        }
    }
}

extension ValueForm where Value == ClassWeight {
    static var classWeight: Self {
        ValueForm(
            type: "string or object",
            allowed: #"None, balanced, balanced_subsample, or an object such as {"refund": 2.0} with weights above 0"#
        ) { value in
            switch value.text?.lowercased() {
            case nil, "uniform": return .uniform
            case "balanced": return .balanced
            case "balanced_subsample": return .balancedSubsample
            default: return value.object.flatMap(ClassWeight.init)
            }
        } print: {
            switch $0 {
            case .uniform: "None"
            case .balanced: "balanced"
            case .balancedSubsample: "balanced_subsample"
            case .perLabel(let weights):
                weights.sorted { $0.key < $1.key }.map { "\($0): \($1)" }.joined(separator: ", ")
            }
        }
    }
}

private enum Allowed {
    static func samples(from least: Int) -> String {
        "a whole number from \(least), or a share above 0.0 up to 1.0 with a decimal point"
    }
}

extension SampleCount {
    fileprivate init?(_ value: HyperparameterValue, from least: Int) {
        switch CountOrShare(value) {
        case .count(let count) where count >= least: self = .count(count)
        case .share(let share) where share > 0: self = .fraction(share)
        default: return nil
        }
    }

    fileprivate var written: String {
        switch self {
        case .count(let count): "\(count)"
        case .fraction(let fraction): "\(fraction)"
        }
    }
}

extension MaxFeatures {
    fileprivate init?(_ value: CountOrShare?) {
        switch value {
        case .count(let count) where count >= 1: self = .count(count)
        case .share(let share) where share > 0: self = .fraction(share)
        default: return nil
        }
    }
}

extension ClassWeight {
    fileprivate init?(_ object: JSONObject) {
        var weights: [String: Double] = [:]
        for member in object.members {
            guard let weight = member.value.doubleValue, weight > 0 else { return nil }
            weights[member.key] = weight
        }
        self = .perLabel(weights)
    }
}
