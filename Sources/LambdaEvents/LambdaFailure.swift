internal import HTTP
internal import JSON

/// A failed invocation, or a failed start, as the runtime API wants to hear of it.
public struct LambdaFailure: Sendable, Equatable {
    /// The field that repeats the type.
    public static let typeField = "Lambda-Runtime-Function-Error-Type"
    /// The most bytes of a message.
    static let messageBytes = 4_096

    /// A word for programs, such as `Carteiro.invalid_json`.
    public let type: String
    /// What is wrong, where, and what to do.
    public let message: String

    /// Creates a failure; `code` is one word.
    public init(code: String, message: String) {
        type = "Carteiro.\(code)"
        self.message = message
    }

    /// The failure of an event that cannot be read.
    public init(_ error: LambdaEventError) {
        self.init(code: error.code, message: error.description)
    }

    /// The failure that an answer of the router with an error's status tells of.
    init(_ response: HTTPResponse) {
        let error = (try? JSONValue(parsing: response.body))?["error"]
        self.init(
            code: error?["code"]?.stringValue ?? "status_\(response.status.rawValue)",
            message: error?["message"]?.stringValue ?? String(decoding: response.body, as: UTF8.self)
        )
    }

    /// `{"errorType":...,"errorMessage":...}`.
    public var body: [UInt8] {
        let value: JSONValue = ["errorType": .string(type), "errorMessage": .string(shortened)]
        return value.serialized()
    }

    private var shortened: String {
        var kept = message
        while kept.utf8.count > Self.messageBytes {
            kept.removeLast(max(1, (kept.utf8.count - Self.messageBytes) / 8))
        }
        return kept
    }
}
