/// Writes the answers to one request slice by slice; all slices together are what one call of the encoder writes.
struct AnswerWriter {
    private let encoder: InvocationEncoder
    private let shape: Invocation.Shape
    /// How many classes the lists of CSV rows have, since all rows must have one width; decided by the first slice.
    private var width: Int??
    private var hasBegun = false
    private let endsLastLine: Bool

    init(_ encoder: InvocationEncoder, shape: Invocation.Shape) {
        var encoder = encoder
        endsLastLine = encoder.endsLastLine
        encoder.endsLastLine = false
        self.encoder = encoder
        // A single record has no slices.
        self.shape = shape == .single || encoder.format.isBlazingText ? .array : shape
    }

    /// The bytes of the next answers.
    mutating func slice(_ answers: [RecordAnswer]) -> [UInt8] {
        guard !answers.isEmpty else { return [] }
        let width = width ?? answers.lazy.compactMap(\.k).first
        self.width = .some(width)
        var bytes = hasBegun ? separator : opening
        hasBegun = true
        switch encoder.format.kind {
        case .json: bytes += encoder.encodeJSON(answers, shape: .array).dropFirst().dropLast()
        case .jsonLines, .csv, .plainText: bytes += encoder.encode(answers, shape: shape, width: width)
        }
        return bytes
    }

    /// The bytes after the last answers.
    mutating func end() -> [UInt8] {
        guard encoder.format.kind == .json else { return hasBegun && endsLastLine ? [UInt8(ascii: "\n")] : [] }
        let closing = Array((shape == .wrapped ? "]}" : "]").utf8)
        return hasBegun ? closing : opening + closing
    }

    private var separator: [UInt8] {
        [encoder.format.kind == .json ? UInt8(ascii: ",") : UInt8(ascii: "\n")]
    }

    private var opening: [UInt8] {
        guard encoder.format.kind == .json else { return [] }
        return Array((shape == .wrapped ? "{\"predictions\":[" : "[").utf8)
    }
}
