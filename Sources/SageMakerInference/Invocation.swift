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
