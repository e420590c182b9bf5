internal import HTTP

/// Bytes on their way out; the memory is used again for the next answer unless it is large.
struct OutputBuffer: Sendable {
    private var bytes: [UInt8] = []
    private var start = 0

    /// Memory that an idle connection may keep.
    private static let keptBytes = 16_384

    var isEmpty: Bool { start == bytes.count }

    /// The number of unsent bytes.
    var count: Int { bytes.count - start }

    /// Hands over the bytes that are left.
    func withUnsent<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        body(bytes.span.extracting(start...))
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func encode(_ response: HTTPResponse, _ context: ResponseEncoder.Context, _ encoder: ResponseEncoder) {
        encoder.encode(response, context, into: &bytes)
    }

    mutating func append(piece: [UInt8], _ framing: ResponseEncoder.Framing) {
        ResponseEncoder.append(piece: piece, framing, to: &bytes)
    }

    /// Forgets the first `count` unsent bytes.
    mutating func remove(_ count: Int) {
        start = min(start + count, bytes.count)
        guard isEmpty else { return }
        start = 0
        if bytes.capacity > Self.keptBytes {
            bytes = []
        } else {
            bytes.removeAll(keepingCapacity: true)
        }
    }
}
