public import JSON

/// One record of a request.
public struct InvocationRecord: Sendable, Equatable {
    /// The text to classify, or why there is none.
    public let text: Result<String, RecordFault>
    /// How many classes this record asks for, as BlazingText's `{"source":"..","k":2}` does.
    public let k: Int?
    /// The record as it came when it was an object, or the columns of a CSV row that the decoder keeps.
    public let fields: JSONObject?

    /// Creates a record of its parts.
    public init(text: Result<String, RecordFault>, k: Int? = nil, fields: JSONObject? = nil) {
        self.text = text
        self.k = k
        self.fields = fields
    }

    /// Creates a record with a text.
    public init(_ text: String) {
        self.init(text: .success(text))
    }

    /// Creates a record that cannot be used.
    public init(_ fault: RecordFault) {
        self.init(text: .failure(fault))
    }
}
