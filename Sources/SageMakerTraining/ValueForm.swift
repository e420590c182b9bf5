/// How a hyperparameter's value is read, written and explained.
struct ValueForm<Value>: Sendable {
    /// The type, in a word or two, for tables.
    let type: String
    /// What is allowed, for messages and tables.
    let allowed: String
    /// The value; `nil` when it is not allowed.
    let parse: @Sendable (HyperparameterValue) -> Value?
    /// A value as a user would write it.
    let print: @Sendable (Value) -> String
}

extension ValueForm where Value == Int {
    static func integer(_ range: ClosedRange<Int>) -> Self {
        ValueForm(type: "integer", allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
            $0.integer.flatMap { range.contains($0) ? $0 : nil }
        } print: {
            "\($0)"
        }
    }
}

extension ValueForm where Value == Int? {
    /// A whole number, or `None` for no bound.
    static func bound(from least: Int) -> Self {
        ValueForm(type: "integer", allowed: "a whole number from \(least), or None") { value in
            guard value.text != nil else { return .some(nil) }
            return value.integer.flatMap { $0 >= least ? .some($0) : nil }
        } print: {
            $0.map { "\($0)" } ?? "None"
        }
    }

    /// A number of threads; -1 and `None` mean all cores.
    static func threads(atMost most: Int) -> Self {
        ValueForm(type: "integer", allowed: "a whole number from 1 to \(most), or -1 for all cores") { value in
            guard value.text != nil, value.integer != -1 else { return .some(nil) }
            return value.integer.flatMap { (1...most).contains($0) ? .some($0) : nil }
        } print: {
            $0.map { "\($0)" } ?? "-1"
        }
    }
}

extension ValueForm where Value == UInt64 {
    /// A seed of a random generator.
    static var seed: Self {
        ValueForm(type: "integer", allowed: "a whole number from 0") { value in
            value.text.flatMap(UInt64.init) ?? value.integer.flatMap { UInt64(exactly: $0) }
        } print: {
            "\($0)"
        }
    }
}

extension ValueForm where Value == Double {
    static func number(from least: Double) -> Self {
        ValueForm(type: "number", allowed: "a number from \(least)") {
            $0.number.flatMap { $0 >= least ? $0 : nil }
        } print: {
            "\($0)"
        }
    }
}

extension ValueForm where Value == Bool {
    static var flag: Self {
        ValueForm(type: "boolean", allowed: "true or false") {
            $0.flag
        } print: {
            "\($0)"
        }
    }
}

extension ValueForm where Value == String? {
    /// The name of a column; `nil` stands for the default, which is explained instead.
    static func column(default name: String) -> Self {
        ValueForm(type: "string", allowed: "a column's name") {
            .some($0.text)
        } print: {
            $0 ?? name
        }
    }
}

extension ValueForm where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of a type's words, without regard to case.
    static var word: Self {
        let cases = Array(Value.allCases)
        return ValueForm(type: "string", allowed: cases.map(\.rawValue).joined(separator: ", ")) { value in
            // `None` is a word of some types.
            let text = value.text?.lowercased() ?? "none"
            return cases.first { $0.rawValue == text }
        } print: {
            $0.rawValue
        }
    }
}
