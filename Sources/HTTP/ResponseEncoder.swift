/// Writes an answer, head and body, into one buffer, so that it goes out by one system call (RFC 9112 section 4).
public struct ResponseEncoder: Sendable {
    /// What the request and the connection ask of the answer.
    public struct Context: Sendable {
        /// True for HEAD: the head is as for GET, the body is left out (RFC 9110 section 9.3.2).
        public var omitsBody: Bool
        /// Whether the connection stays open.
        public var keepsAlive: Bool
        /// How the client finds the end of the body.
        public var framing: Framing
        /// The minor version of the request; a 1.0 client must be told that the connection stays open.
        public var minorVersion: Int

        /// Creates a context; the defaults fit an HTTP/1.1 connection that stays open.
        public init(
            omitsBody: Bool = false,
            keepsAlive: Bool = true,
            minorVersion: Int = 1,
            framing: Framing = .length
        ) {
            self.omitsBody = omitsBody
            self.keepsAlive = keepsAlive
            self.minorVersion = minorVersion
            self.framing = framing
        }
    }

    /// How the client finds the end of a body (RFC 9112 section 6.3).
    public enum Framing: Equatable, Sendable {
        /// By Content-Length; the body is whole.
        case length
        /// By the chunked coding; the pieces follow by `append(piece:)`, and `lastChunk` at the end.
        case chunked
        /// By the end of the connection, for HTTP/1.0 clients.
        case close
    }

    /// What follows the last chunk of a body.
    public static let lastChunk: StaticString = "0\r\n\r\n"

    /// The answer to `Expect: 100-continue` (RFC 9110 section 15.2.1).
    public static let continueLine: StaticString = "HTTP/1.1 100 Continue\r\n\r\n"

    /// The Date line of each answer; nil leaves it out.
    public var date: HTTPDate?

    /// Creates an encoder that writes `date` into each answer.
    public init(date: HTTPDate? = nil) {
        self.date = date
    }

    /// Appends the answer to `buffer`.
    ///
    /// Content-Length, Transfer-Encoding, Connection and Date are the encoder's own: such fields of the answer are
    /// left out, and so is a field whose name is no token or whose value holds a control character, because it could
    /// forge the lines that follow.
    public func encode(_ response: HTTPResponse, _ context: Context = Context(), into buffer: inout [UInt8]) {
        let body = context.omitsBody || response.status.forbidsBody ? 0 : response.body.count
        buffer.reserveCapacity(buffer.count + body + response.headers.bytes.count + 160)
        appendStatusLine(response.status, to: &buffer)
        if let date {
            buffer.append("Date: ")
            date.append(to: &buffer)
            buffer.append("\r\n")
        }
        appendFields(response.headers, to: &buffer)
        if !response.status.forbidsBody { appendFraming(context.framing, response.body.count, to: &buffer) }
        appendConnection(context, to: &buffer)
        buffer.append("\r\n")
        if body > 0 { Self.append(piece: response.body, context.framing, to: &buffer) }
    }

    /// Appends a piece of a body; an empty one is left out, since an empty chunk would be the last.
    public static func append(piece: [UInt8], _ framing: Framing, to buffer: inout [UInt8]) {
        if piece.isEmpty { return }
        if framing == .chunked {
            buffer.append(contentsOf: String(piece.count, radix: 16).utf8)
            buffer.append("\r\n")
        }
        buffer.append(contentsOf: piece)
        if framing == .chunked { buffer.append("\r\n") }
    }

    private func appendFraming(_ framing: Framing, _ count: Int, to buffer: inout [UInt8]) {
        switch framing {
        case .length:
            buffer.append("Content-Length: ")
            buffer.append(decimal: count)
            buffer.append("\r\n")
        case .chunked: buffer.append("Transfer-Encoding: chunked\r\n")
        case .close: break
        }
    }

    private func appendStatusLine(_ status: HTTPStatus, to buffer: inout [UInt8]) {
        if status == .ok {
            buffer.append("HTTP/1.1 200 OK\r\n")
            return
        }
        buffer.append("HTTP/1.1 ")
        // A status line has three digits whatever the responder says.
        buffer.append(decimal: 100...999 ~= status.rawValue ? status.rawValue : 500)
        buffer.append(" ")
        buffer.append(status.reasonPhrase)
        buffer.append("\r\n")
    }

    private func appendFields(_ headers: HTTPHeaders, to buffer: inout [UInt8]) {
        for location in headers.locations where isAllowed(location, in: headers.bytes.span) {
            buffer.append(copying: headers.bytes.span.extracting(location.name))
            buffer.append(": ")
            buffer.append(copying: headers.bytes.span.extracting(location.value))
            buffer.append("\r\n")
        }
    }

    private func isAllowed(_ field: HTTPHeaders.Location, in bytes: Span<UInt8>) -> Bool {
        guard !field.name.isEmpty else { return false }
        for index in field.name where !ByteClass.isToken(bytes[index]) { return false }
        for index in field.value where !ByteClass.isFieldValue(bytes[index]) { return false }
        let name = bytes.extracting(field.name)
        return switch name.count {
        case 4: !name.equalsIgnoringCase("date")
        case 10: !name.equalsIgnoringCase("connection")
        case 14: !name.equalsIgnoringCase("content-length")
        case 17: !name.equalsIgnoringCase("transfer-encoding")
        default: true
        }
    }

    private func appendConnection(_ context: Context, to buffer: inout [UInt8]) {
        if !context.keepsAlive {
            buffer.append("Connection: close\r\n")
        } else if context.minorVersion == 0 {
            buffer.append("Connection: keep-alive\r\n")
        }
    }
}

extension [UInt8] {
    /// Appends a number that is not negative in decimal digits.
    mutating func append(decimal value: Int) {
        var divisor = 1
        while value / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }
}
