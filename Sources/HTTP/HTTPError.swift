/// Why a request could not be read or taken, with the status that tells the client.
public struct HTTPError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The rule that was broken.
    public enum Kind: Equatable, Sendable {
        case malformedRequestLine
        case methodTooLong(limit: Int)
        case malformedTarget
        case targetTooLong(limit: Int)
        case unsupportedVersion
        case bareLineFeed
        case malformedFieldName
        case whitespaceBeforeColon
        case invalidFieldValue
        case obsoleteLineFolding
        case headersTooLarge(limit: Int)
        case tooManyHeaders(limit: Int)
        case missingHost
        case repeatedHost
        case invalidContentLength
        case repeatedContentLength
        case contentLengthWithTransferEncoding
        case unsupportedTransferEncoding
        case unsupportedExpectation
        case malformedChunk
        case bodyTooLarge(limit: Int)
        case headerTimeout
        case bodyTimeout
        case queueFull
        case tooManyConnections
        /// A streamed message broke off; no client sees this.
        case connectionLost
    }

    /// The rule that was broken.
    public var kind: Kind
    /// The line of the message head, counted from 1, where that is known.
    public var line: Int?

    /// Creates an error of a kind, at a line of the message head.
    public init(_ kind: Kind, line: Int? = nil) {
        self.kind = kind
        self.line = line
    }

    /// What is wrong, where, and what to do.
    public var description: String {
        guard let line else { return "HTTP request: \(explanation)" }
        return "HTTP request, line \(line): \(explanation)"
    }
}
