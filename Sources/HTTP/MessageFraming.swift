/// What the fields say about the body and the connection, gathered line by line (RFC 9112 sections 6 and 9).
struct MessageFraming: Sendable {
    /// How the end of the body is known.
    enum Body: Equatable, Sendable {
        case length(Int)
        case chunked
    }

    private var contentLength: Int?
    private var isChunked = false
    private var hasHost = false
    private var saysClose = false
    private var saysKeepAlive = false
    private var saysContinue = false

    /// Looks at the field at `location` of the head; `line` is its number, for errors.
    mutating func observe(_ head: [UInt8], _ field: HTTPHeaders.Location, line: Int) throws(HTTPError) {
        let name = head.span.extracting(field.name)
        let value = head.span.extracting(field.value)
        switch name.count {
        case 4 where name.equalsIgnoringCase("host"): try observeHost(line)
        case 6 where name.equalsIgnoringCase("expect"): try observeExpectation(value, line)
        case 10 where name.equalsIgnoringCase("connection"): observeConnection(value)
        case 14 where name.equalsIgnoringCase("content-length"): try observeLength(value, line)
        case 17 where name.equalsIgnoringCase("transfer-encoding"): try observeCoding(value, line)
        default: break
        }
    }

    /// The framing of the body, once all fields are seen.
    func body(minorVersion: Int, limits: HTTPLimits) throws(HTTPError) -> Body {
        if minorVersion >= 1, !hasHost { throw HTTPError(.missingHost) }
        guard isChunked else {
            let length = contentLength ?? 0
            guard length <= limits.bodyBytes else { throw HTTPError(.bodyTooLarge(limit: limits.bodyBytes)) }
            return .length(length)
        }
        if contentLength != nil { throw HTTPError(.contentLengthWithTransferEncoding) }
        // RFC 9112 section 6.1: from a 1.0 client the framing is faulty.
        if minorVersion == 0 { throw HTTPError(.unsupportedTransferEncoding) }
        return .chunked
    }

    /// Whether the connection stays open after the answer (RFC 9112 section 9.3).
    func keepsAlive(minorVersion: Int) -> Bool {
        !saysClose && (minorVersion >= 1 || saysKeepAlive)
    }

    /// Whether the client waits for 100 before it sends the body; a 1.0 client never does (RFC 9110 section 10.1.1).
    func awaitsContinue(minorVersion: Int) -> Bool {
        saysContinue && minorVersion >= 1
    }

    private mutating func observeHost(_ line: Int) throws(HTTPError) {
        if hasHost { throw HTTPError(.repeatedHost, line: line) }
        hasHost = true
    }

    private mutating func observeExpectation(_ value: Span<UInt8>, _ line: Int) throws(HTTPError) {
        guard value.equalsIgnoringCase("100-continue") else { throw HTTPError(.unsupportedExpectation, line: line) }
        saysContinue = true
    }

    private mutating func observeConnection(_ value: Span<UInt8>) {
        var start = 0
        while start < value.count {
            var end = start
            while end < value.count, value[end] != ByteClass.comma { end += 1 }
            let option = value.extracting(value.trimmed(start..<end))
            if option.equalsIgnoringCase("close") { saysClose = true }
            if option.equalsIgnoringCase("keep-alive") { saysKeepAlive = true }
            start = end + 1
        }
    }

    /// Repeated lengths are refused even when they agree: RFC 9112 section 6.3 allows it and nothing sends them.
    private mutating func observeLength(_ value: Span<UInt8>, _ line: Int) throws(HTTPError) {
        if contentLength != nil { throw HTTPError(.repeatedContentLength, line: line) }
        guard value.count > 0 else { throw HTTPError(.invalidContentLength, line: line) }
        var length = 0
        for index in value.indices {
            guard let digit = ByteClass.digit(value[index]) else { throw HTTPError(.invalidContentLength, line: line) }
            let (product, overflow) = length.multipliedReportingOverflow(by: 10)
            length = overflow || product > Int.max - digit ? Int.max : product + digit
        }
        contentLength = length
    }

    private mutating func observeCoding(_ value: Span<UInt8>, _ line: Int) throws(HTTPError) {
        guard !isChunked, value.equalsIgnoringCase("chunked") else {
            throw HTTPError(.unsupportedTransferEncoding, line: line)
        }
        isChunked = true
    }
}
