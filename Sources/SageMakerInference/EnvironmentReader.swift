/// Reads typed settings from environment variables; a variable that is empty counts as absent.
struct EnvironmentReader {
    private let variables: [String: String]

    init(_ variables: [String: String]) {
        self.variables = variables
    }

    /// The first of `names` that is set, with its value without surrounding blanks.
    func text(_ names: String...) -> (name: String, value: String)? {
        text(names)
    }

    /// A whole number within `range`, from the first of `names` that is set.
    func integer(_ names: String..., in range: ClosedRange<Int>) throws(InferenceEnvironmentError) -> Int? {
        guard let (name, value) = text(names) else { return nil }
        guard let number = Int(value), range.contains(number) else {
            throw InferenceEnvironmentError(
                variable: name,
                value: value,
                allowed: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// A truth value in any case, `true` or `True` alike.
    func boolean(_ name: String) throws(InferenceEnvironmentError) -> Bool? {
        guard let (_, value) = text([name]) else { return nil }
        switch value.lowercased() {
        case "true", "1", "yes", "on": return true
        case "false", "0", "no", "off": return false
        default: throw InferenceEnvironmentError(variable: name, value: value, allowed: "true or false")
        }
    }

    /// The path of a folder that does not depend on where the program was started.
    func absolutePath(_ name: String) throws(InferenceEnvironmentError) -> String? {
        guard let (_, value) = text([name]) else { return nil }
        guard value.hasPrefix("/") else {
            throw InferenceEnvironmentError(variable: name, value: value, allowed: "an absolute path")
        }
        return value
    }

    /// Two ports joined by a hyphen, both included.
    func portRange(_ name: String) throws(InferenceEnvironmentError) -> ClosedRange<Int>? {
        guard let (_, value) = text([name]) else { return nil }
        let ports = value.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard ports.count == 2, let first = ports[0], let last = ports[1], 1 <= first, first <= last, last <= 65_535
        else {
            throw InferenceEnvironmentError(
                variable: name,
                value: value,
                allowed: "two ports from 1 to 65535, the lower one first, such as 21000-21999"
            )
        }
        return first...last
    }

    private func text(_ names: [String]) -> (name: String, value: String)? {
        for name in names {
            guard let raw = variables[name] else { continue }
            let value = String(raw.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
            if !value.isEmpty { return (name, value) }
        }
        return nil
    }
}
