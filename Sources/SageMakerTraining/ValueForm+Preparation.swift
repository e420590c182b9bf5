extension ValueForm where Value == String? {
    /// A label, or `None`.
    static var label: Self {
        ValueForm(type: "string", allowed: "a label, or None") {
            .some($0.text)
        } print: {
            $0 ?? "None"
        }
    }
}

extension ValueForm where Value == Double {
    /// A share of something that is not nothing.
    static var positiveShare: Self {
        share("a share above 0 and up to 1") { $0 > 0 && $0 <= 1 }
    }

    /// A share that leaves something over.
    static var shareBelowOne: Self {
        share("a share from 0 for none to below 1") { $0 >= 0 && $0 < 1 }
    }

    private static func share(_ allowed: String, where isAllowed: @escaping @Sendable (Double) -> Bool) -> Self {
        ValueForm(type: "number", allowed: allowed) {
            $0.number.flatMap { isAllowed($0) ? $0 : nil }
        } print: {
            "\($0)"
        }
    }
}

extension ValueForm where Value == TextLengthLimit? {
    /// A number of characters, a number of standard deviations such as `3sd`, or `None`.
    static var textLength: Self {
        ValueForm(
            type: "integer or string",
            allowed: "a whole number of characters from 1, standard deviations above the mean such as 3sd, or None"
        ) { value in
            guard let text = value.text?.lowercased() else { return .some(nil) }
            if text.hasSuffix("sd") {
                let factor = HyperparameterValue(String(text.dropLast(2))).number
                return factor.flatMap { $0 >= 0 ? .some(.deviations($0)) : nil }
            }
            return value.integer.flatMap { $0 >= 1 ? .some(.characters($0)) : nil }
        } print: {
            $0?.written ?? "None"
        }
    }
}
