import HTTP

/// Feeds text to a parser in pieces of a given size and gathers the messages that come out.
struct ParserHarness {
    var parser: RequestParser
    var messages: [RequestParser.Message] = []

    init(limits: HTTPLimits = HTTPLimits()) {
        parser = RequestParser(limits: limits)
    }

    mutating func feed(_ bytes: [UInt8], pieceBytes: Int = .max) throws(HTTPError) {
        var start = 0
        while start < bytes.count {
            let end = start + min(pieceBytes, bytes.count - start)
            while start < end {
                start += try parser.consume(bytes.span.extracting(start..<end))
                if let message = parser.takeMessage() { messages.append(message) }
            }
        }
    }

    /// The messages of `text`, read in pieces.
    static func messages(
        _ text: String,
        pieceBytes: Int = .max,
        limits: HTTPLimits = HTTPLimits()
    ) throws(HTTPError) -> [RequestParser.Message] {
        var harness = ParserHarness(limits: limits)
        try harness.feed(Array(text.utf8), pieceBytes: pieceBytes)
        return harness.messages
    }

    /// The error that `text` ends in, if any.
    static func error(_ text: String, limits: HTTPLimits = HTTPLimits()) -> HTTPError? {
        do {
            _ = try messages(text, limits: limits)
            return nil
        } catch {
            return error
        }
    }
}
