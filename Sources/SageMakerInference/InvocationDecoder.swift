import JSON

/// Reads the records of a request in all shapes that SageMaker's algorithms and clients use.
///
/// A record that cannot be used stays in its place with its fault; only a body without discernible records is an
/// error. In batch, where SageMaker pairs records and answers, each line is a record, blank ones too; elsewhere blank
/// lines are passed over.
public struct InvocationDecoder: Sendable {
    private(set) var reader: RecordReader
    let isBatch: Bool
    let limits: InvocationLimits

    /// Creates a decoder that looks for the text under `fields`.
    public init(fields: TextFields = TextFields(), isBatch: Bool = false, limits: InvocationLimits? = nil) {
        reader = RecordReader(fields: fields)
        self.isBatch = isBatch
        self.limits = limits ?? InvocationLimits(isBatch: isBatch)
    }

    /// The decoder whose records keep these of their fields beside the text, where they have them.
    public func keeping(_ fields: Set<String>) -> InvocationDecoder {
        var decoder = self
        decoder.reader.keptFields = fields
        return decoder
    }

    /// Reads the records of `body`.
    ///
    /// - Throws: `InferenceError` for a type that is not supported, for a body that is no JSON, and for too many records.
    /// - Complexity: linear in the bytes of the body.
    public func decode(_ body: [UInt8], contentType: String?) throws(InferenceError) -> Invocation {
        try decode(body, as: RequestFormat(contentType: contentType, body: body))
    }

    func decode(_ body: [UInt8], as format: RequestFormat) throws(InferenceError) -> Invocation {
        guard !body.isEmpty else { throw InferenceError(.emptyBody) }
        let text = format.encoding.utf8(body)
        return switch format.kind {
        case .json: try decodeJSON(text)
        case .jsonLines: try requireRecords(decodeJSONLines(JSONLines(text)))
        case .csv(let header, let labels): try decodeCSV(text, header: header, labels: labels)
        case .plainText: try requireRecords(decodePlainText(JSONLines(text)))
        }
    }

    /// Reads some lines of a body, each of which is a record.
    func decode(_ lines: JSONLines, as format: RequestFormat) throws(InferenceError) -> Invocation {
        try format.kind == .plainText ? decodePlainText(lines) : decodeJSONLines(lines)
    }

    /// Refuses a body without a record.
    private func requireRecords(_ invocation: Invocation) throws(InferenceError) -> Invocation {
        guard !invocation.records.isEmpty else { throw InferenceError(.emptyBody) }
        return invocation
    }

    /// Refuses more records than the limit; called before they are made.
    func requireRoom(for count: Int) throws(InferenceError) {
        guard count <= limits.records else { throw InferenceError(.tooManyRecords(limit: limits.records)) }
    }
}
