internal import JSON

/// A hyperparameter's value as it arrives: a string in one of several wrappings.
///
/// SageMaker allows strings only; Python's `Estimator` writes `str(value)` (`True`, `None`, `(1, 2)`), the framework
/// estimators and the tuner write JSON (`"\"pt\""`, `"\"256\""`).
struct HyperparameterValue: Equatable {
    /// How often a value may be wrapped in JSON strings.
    private static let mostWrappings = 3

    /// The value without wrappings and without white space around it; `nil` for `None`, `null` and nothing.
    let text: String?

    /// Unwraps a value.
    init(_ raw: String) {
        var text = String(DocumentColumns.trimmed(raw))
        for _ in 0..<Self.mostWrappings {
            guard text.hasPrefix("\""), let inner = (try? JSONValue(parsing: text))?.stringValue else { break }
            text = String(DocumentColumns.trimmed(inner))
        }
        self.text = ["", "none", "null"].contains(text.lowercased()) ? nil : text
    }

    /// Takes a member of `hyperparameters.json`; files written by hand hold numbers and booleans too.
    init(_ value: JSONValue) {
        self.init(value.stringValue ?? value.description)
    }

    /// The value as a whole number; `100.0` and `1e2` are 100.
    var integer: Int? {
        guard let text else { return nil }
        return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
    }

    /// The value as a finite number.
    var number: Double? {
        guard let text, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// The value as a truth value.
    var flag: Bool? {
        switch text?.lowercased() {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// The value as a list: a JSON array, a Python list or tuple, or words between commas.
    var list: [String]? {
        guard let text else { return nil }
        if let elements = (try? JSONValue(parsing: text))?.arrayValue {
            return elements.map { $0.stringValue ?? $0.description }
        }
        let isBracketed = (text.hasPrefix("(") && text.hasSuffix(")")) || (text.hasPrefix("[") && text.hasSuffix("]"))
        let inner = isBracketed ? text.dropFirst().dropLast() : text[...]
        return inner.split(separator: ",").map { Self.unquoted(String(DocumentColumns.trimmed(String($0)))) }
            .filter { !$0.isEmpty }
    }

    /// The value as an object: JSON, or a Python dictionary with single quotes.
    var object: JSONObject? {
        guard let text, text.hasPrefix("{") else { return nil }
        if let object = (try? JSONValue(parsing: text))?.objectValue { return object }
        let quoted = String(text.map { $0 == "'" ? "\"" : $0 })
        return (try? JSONValue(parsing: quoted))?.objectValue
    }

    private static func unquoted(_ word: String) -> String {
        for quote in ["'", "\""] where word.count >= 2 && word.hasPrefix(quote) && word.hasSuffix(quote) {
            return String(word.dropFirst().dropLast())
        }
        return word
    }
}
