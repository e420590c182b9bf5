public import HTTP
import JSON

extension InferenceError {
    /// The status of the answer; the one table that decides it.
    public var status: HTTPStatus {
        switch kind {
        case .invalidJSON, .unexpectedJSON, .invalidCSV, .noTextColumn, .unusableRecord, .invalidTopK, .emptyBody,
            .invalidContentTypeParameter, .invalidModelName, .invalidModelURL, .missingModelField, .modelUnusable,
            .invalidPageLimit, .invalidExplain, .connectionFailed, .unusableFeedback:
            .badRequest
        case .notFound, .modelNotFound, .modelFolderNotFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .notAcceptable: .notAcceptable
        case .modelAlreadyLoaded: .conflict
        case .tooManyRecords, .recordTooLong, .documentTooLong, .feedbackTooLong: .contentTooLarge
        case .unsupportedContentType, .unsupportedCharset: .unsupportedMediaType
        case .answerCount: .internalServerError
        case .modelNotReady, .modelUnavailable: .serviceUnavailable
        case .modelMemory, .noRoomForAnswer, .feedbackFull, .feedbackNotWritten: .insufficientStorage
        }
    }

    /// The word for programs.
    public var code: String { word.rawValue }

    /// The answer: JSON, or text when Accept asks for text and not for JSON.
    public func response(accept: String?) -> HTTPResponse {
        let list = AcceptList(accept)
        let json = MediaType("application", "json")
        let text = MediaType("text", "plain", parameters: [.init(name: "charset", value: "utf-8")])
        let prefersText = list.weight(of: MediaType("text", "plain")) > list.weight(of: json)
        var response = HTTPResponse(status: status)
        response.headers.append("Content-Type", (prefersText ? text : json).description)
        if case .methodNotAllowed(let allowed) = kind { response.headers.append("Allow", allowed) }
        response.body = prefersText ? limited { Array($0.utf8) } : limited(jsonBody)
        return response
    }

    private func jsonBody(_ message: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("error")
        writer.beginObject()
        writer.key("code")
        writer.string(code)
        writer.key("message")
        writer.string(message)
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    /// The body of the longest beginning of the message that keeps to the limit; escapes may lengthen the message.
    private func limited(_ body: (String) -> [UInt8]) -> [UInt8] {
        var message = description
        var bytes = body(message)
        while bytes.count > InvocationLimits.errorBytes, !message.isEmpty {
            let excess = max(1, (bytes.count - InvocationLimits.errorBytes) / 6)
            message = String(message.unicodeScalars.dropLast(excess))
            bytes = body(message)
        }
        return bytes
    }
}
