/// Writes the answers to one request piece by piece; all pieces together are what one call of the encoder writes.
///
/// It does not change, so that several threads can write pieces at the same time.
struct AnswerWriter: Sendable {
    private let encoder: InvocationEncoder
    private let shape: Invocation.Shape
    /// How many classes the lists of CSV rows have, since all rows must have one width.
    private let width: Int?
    private let endsLastLine: Bool

    /// Creates a writer of rows that list `width` classes; `nil` for none.
    init(_ encoder: InvocationEncoder, shape: Invocation.Shape, width: Int?) {
        var encoder = encoder
        endsLastLine = encoder.endsLastLine
        encoder.endsLastLine = false
        self.encoder = encoder
        self.width = width
        // A single record has no pieces.
        self.shape = shape == .single || encoder.format.isBlazingText ? .array : shape
    }

    /// The bytes of some answers, with those that part them from the answers before.
    func piece(_ answers: [RecordAnswer], isFirst: Bool) -> [UInt8] {
        var bytes = isFirst ? opening : separator
        switch encoder.format.kind {
        case .json: bytes += encoder.encodeJSON(answers, shape: .array).dropFirst().dropLast()
        case .jsonLines, .csv, .plainText: bytes += encoder.encode(answers, shape: shape, width: width)
        }
        return bytes
    }

    /// The bytes after the last answers, of which there was one at least.
    var end: [UInt8] {
        guard encoder.format.kind == .json else { return endsLastLine ? [UInt8(ascii: "\n")] : [] }
        return Array((shape == .wrapped ? "]}" : "]").utf8)
    }

    private var separator: [UInt8] {
        [encoder.format.kind == .json ? UInt8(ascii: ",") : UInt8(ascii: "\n")]
    }

    private var opening: [UInt8] {
        guard encoder.format.kind == .json else { return [] }
        return Array((shape == .wrapped ? "{\"predictions\":[" : "[").utf8)
    }
}
