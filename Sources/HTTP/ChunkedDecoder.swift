/// Takes the chunked transfer coding off a body, piece by piece (RFC 9112 section 7.1).
///
/// Chunk extensions are passed over; trailer fields are checked for form and dropped, as section 6.5.1 of RFC 9110 allows.
struct ChunkedDecoder: Sendable {
    private enum Phase: Sendable {
        case size
        case sizeDigits
        case fieldExtension
        case sizeLineFeed
        case data
        case dataCarriageReturn
        case dataLineFeed
        case trailer
        case done
    }

    private let limits: HTTPLimits
    private var phase = Phase.size
    private var remaining = 0
    private var lineBytes = 0
    private var trailer: [UInt8] = []
    private var trailerCount = 0

    /// Bytes of a chunk-size line with its extension; nothing useful is longer.
    static let sizeLineBytes = 256

    init(limits: HTTPLimits) {
        self.limits = limits
    }

    var isComplete: Bool { phase == .done }

    /// Appends decoded bytes to `body` up to the end of the coding and returns how many input bytes were taken.
    mutating func consume(_ input: Span<UInt8>, into body: inout [UInt8]) throws(HTTPError) -> Int {
        var index = 0
        while index < input.count, phase != .done {
            if phase == .data {
                index += try consumeData(input.extracting(index...), into: &body)
            } else {
                try consume(input[index])
                index += 1
            }
        }
        return index
    }

    private mutating func consumeData(_ input: Span<UInt8>, into body: inout [UInt8]) throws(HTTPError) -> Int {
        let count = min(remaining, input.count)
        guard count <= limits.bodyBytes - body.count else { throw HTTPError(.bodyTooLarge(limit: limits.bodyBytes)) }
        body.append(copying: input.extracting(..<count))
        remaining -= count
        if remaining == 0 { phase = .dataCarriageReturn }
        return count
    }

    private mutating func consume(_ byte: UInt8) throws(HTTPError) {
        switch phase {
        case .size: try consumeFirstDigit(byte)
        case .sizeDigits: try consumeDigit(byte)
        case .fieldExtension: try consumeExtension(byte)
        case .sizeLineFeed: try finishSizeLine(byte)
        case .dataCarriageReturn: try expect(byte, ByteClass.carriageReturn, then: .dataLineFeed)
        case .dataLineFeed: try expect(byte, ByteClass.lineFeed, then: .size)
        case .trailer: try consumeTrailer(byte)
        case .data, .done: break
        }
    }

    private mutating func expect(_ byte: UInt8, _ expected: UInt8, then next: Phase) throws(HTTPError) {
        guard byte == expected else { throw HTTPError(.malformedChunk) }
        phase = next
    }

    private mutating func consumeFirstDigit(_ byte: UInt8) throws(HTTPError) {
        guard let digit = ByteClass.hexDigit(byte) else { throw HTTPError(.malformedChunk) }
        remaining = digit
        lineBytes = 1
        phase = .sizeDigits
    }

    private mutating func consumeDigit(_ byte: UInt8) throws(HTTPError) {
        try countLineByte()
        if let digit = ByteClass.hexDigit(byte) {
            guard remaining <= (Int.max - digit) / 16 else { throw HTTPError(.malformedChunk) }
            remaining = remaining * 16 + digit
        } else if byte == ByteClass.carriageReturn {
            phase = .sizeLineFeed
        } else if byte == ByteClass.semicolon || ByteClass.isWhitespace(byte) {
            phase = .fieldExtension
        } else {
            throw HTTPError(.malformedChunk)
        }
    }

    private mutating func consumeExtension(_ byte: UInt8) throws(HTTPError) {
        try countLineByte()
        if byte == ByteClass.carriageReturn {
            phase = .sizeLineFeed
        } else if !ByteClass.isFieldValue(byte) {
            throw HTTPError(.malformedChunk)
        }
    }

    private mutating func countLineByte() throws(HTTPError) {
        lineBytes += 1
        if lineBytes > Self.sizeLineBytes { throw HTTPError(.malformedChunk) }
    }

    private mutating func finishSizeLine(_ byte: UInt8) throws(HTTPError) {
        try expect(byte, ByteClass.lineFeed, then: remaining == 0 ? .trailer : .data)
    }

    private mutating func consumeTrailer(_ byte: UInt8) throws(HTTPError) {
        trailer.append(byte)
        guard trailer.count <= limits.headerBytes else {
            throw HTTPError(.headersTooLarge(limit: limits.headerBytes))
        }
        guard byte == ByteClass.lineFeed else { return }
        let end = trailer.count - 2
        guard end >= 0, trailer[end] == ByteClass.carriageReturn else { throw HTTPError(.bareLineFeed) }
        if end == 0 {
            phase = .done
        } else {
            _ = try HTTPHeaders.Location(parsing: trailer, 0..<end)
            trailerCount += 1
            guard trailerCount <= limits.headerCount else {
                throw HTTPError(.tooManyHeaders(limit: limits.headerCount))
            }
            trailer.removeAll(keepingCapacity: true)
        }
    }
}
