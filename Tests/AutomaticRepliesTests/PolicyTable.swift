import AutomaticReplies
import FoundationEssentials
import JSON
import Testing

/// One policy of `Fixtures/policies.json`, which the JSON Schema is held to as well, and its fault.
struct PolicyCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var policy: JSONValue
    /// The whole message; nil for a good policy.
    var error: String?

    /// All cases of the file.
    static let all: [PolicyCase] = (try? read()) ?? []

    private static func read() throws -> [PolicyCase] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        let bytes = try Data(contentsOf: folder.appending(path: "policies.json"))
        return (try JSONValue(parsing: Array(bytes)).arrayValue ?? []).compactMap { element in
            guard let name = element["name"]?.stringValue, let policy = element["policy"] else { return nil }
            return PolicyCase(testDescription: name, policy: policy, error: element["error"]?.stringValue)
        }
    }
}
