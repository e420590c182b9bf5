extension HTTPError {
    /// The status that tells the client (RFC 9110 section 15.5).
    public var status: HTTPStatus {
        switch kind {
        case .methodTooLong: .notImplemented
        case .targetTooLong: .uriTooLong
        case .unsupportedVersion: .httpVersionNotSupported
        case .headersTooLarge, .tooManyHeaders: .requestHeaderFieldsTooLarge
        case .unsupportedExpectation: .expectationFailed
        case .bodyTooLarge: .contentTooLarge
        case .headerTimeout, .bodyTimeout: .requestTimeout
        case .queueFull, .tooManyConnections: .serviceUnavailable
        case .malformedRequestLine, .malformedTarget, .bareLineFeed, .malformedFieldName, .whitespaceBeforeColon,
            .invalidFieldValue, .obsoleteLineFolding, .missingHost, .repeatedHost, .invalidContentLength,
            .repeatedContentLength, .contentLengthWithTransferEncoding, .unsupportedTransferEncoding,
            .malformedChunk, .connectionLost:
            .badRequest
        }
    }

    /// A JSON answer `{"error":{"code":...,"message":...}}`; a busy server adds Retry-After.
    public var response: HTTPResponse {
        let body = "{\"error\":{\"code\":\"\(code)\",\"message\":\"\(description)\"}}"
        var headers: HTTPHeaders = ["Content-Type": "application/json"]
        if status == .serviceUnavailable {
            headers.append("Retry-After", "1")
        }
        return HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
    }

    /// A word for programs, by status.
    private var code: String {
        switch status {
        case .notImplemented: "not_implemented"
        case .uriTooLong: "uri_too_long"
        case .httpVersionNotSupported: "http_version_not_supported"
        case .requestHeaderFieldsTooLarge: "headers_too_large"
        case .expectationFailed: "expectation_failed"
        case .contentTooLarge: "content_too_large"
        case .requestTimeout: "request_timeout"
        case .serviceUnavailable: "overloaded"
        default: "bad_request"
        }
    }
}
