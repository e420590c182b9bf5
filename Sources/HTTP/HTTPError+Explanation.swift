extension HTTPError {
    /// One sentence for each kind; it goes to the client, so it names no path and no internals.
    var explanation: String {
        switch kind {
        case .malformedRequestLine: "the request line must be METHOD SP TARGET SP HTTP/1.1"
        case .methodTooLong(let limit): "the method is longer than \(limit) bytes; use a known method"
        case .malformedTarget:
            "the request target must be a path or an http URL in visible ASCII; percent-encode the rest"
        case .targetTooLong(let limit): "the request target is longer than \(limit) bytes; send data in the body"
        case .unsupportedVersion: "the protocol version is not HTTP/1.1 or HTTP/1.0"
        case .bareLineFeed: "a line ends in LF alone; end every line by CR LF"
        case .malformedFieldName: "a header line must be NAME: VALUE with a name of token characters"
        case .whitespaceBeforeColon: "there is white space between header name and colon; remove it"
        case .invalidFieldValue: "a header value holds a control character; remove it"
        case .obsoleteLineFolding: "a header line is folded; write it on one line"
        case .headersTooLarge(let limit): "the header is larger than \(limit) bytes; send fewer or shorter lines"
        case .tooManyHeaders(let limit): "there are more than \(limit) header lines; send fewer"
        case .missingHost: "HTTP/1.1 needs a Host header"
        case .repeatedHost: "there is more than one Host header; send one"
        case .invalidContentLength: "Content-Length must be one decimal number"
        case .repeatedContentLength: "there is more than one Content-Length; send one"
        case .contentLengthWithTransferEncoding: "both Content-Length and Transfer-Encoding are given; send one of them"
        case .unsupportedTransferEncoding: "the only Transfer-Encoding known here is chunked, on HTTP/1.1"
        case .unsupportedExpectation: "the only expectation known here is 100-continue"
        case .malformedChunk: "the chunked body is malformed; each chunk is SIZE in hex CR LF DATA CR LF"
        case .bodyTooLarge(let limit): "the body is larger than \(limit) bytes; send fewer records at a time"
        case .headerTimeout: "the header did not arrive in time; send it at once"
        case .bodyTimeout: "the body did not arrive in time; send it faster"
        case .queueFull: "too many requests wait already; try again later"
        case .connectionLost: "the connection ended before the message did; send it again"
        case .tooManyConnections: "too many connections are open; try again later"
        }
    }
}
