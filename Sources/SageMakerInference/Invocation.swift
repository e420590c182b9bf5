public import JSON

/// One record of a request.
public struct InvocationRecord: Sendable, Equatable {
    /// The text to classify, or why there is none.
    public let text: Result<String, RecordFault>
    /// How many classes this record asks for, as BlazingText's `{"source":"..","k":2}` does.
    public let k: Int?
    /// The record as it came when it was an object, or the other columns of a CSV row.
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

/// A decoded request.
public struct Invocation: Sendable, Equatable {
    /// How the records stood in the request, so that a JSON answer can have the same shape.
    public enum Shape: Sendable, Equatable {
        /// `{"instances":[...]}`, lines or CSV; answered by `{"predictions":[...]}`.
        case wrapped
        /// A bare array, or Hugging Face's `{"inputs":...}`; answered by a bare array.
        case array
        /// One record alone; answered by one object.
        case single
    }

    /// The records in the order of the request.
    public var records: [InvocationRecord]
    /// How they stood in it.
    public var shape: Shape
    /// How many classes the request asks for in its body (`configuration.k`, `parameters.top_k`).
    public var k: Int?

    /// Creates an invocation of its parts.
    public init(records: [InvocationRecord], shape: Shape = .wrapped, k: Int? = nil) {
        self.records = records
        self.shape = shape
        self.k = k
    }

    /// The first record that cannot be used, with its position counted from 0.
    public var firstFault: (index: Int, fault: RecordFault)? {
        for (index, record) in records.enumerated() {
            if case .failure(let fault) = record.text { return (index, fault) }
        }
        return nil
    }
}
