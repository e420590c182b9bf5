/// Why a request got no answer.
public struct ClientError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What failed.
    public enum Kind: Equatable, Sendable {
        case invalidURL
        case invalidHeader(name: String)
        case unreachable
        case timedOut
        case answerTooLarge(limit: Int)
        case unreadableFile(path: String)
        /// The connection broke, or the answer is no HTTP; with libcurl's number.
        case transfer(code: Int)
    }

    /// What failed.
    public var kind: Kind
    /// The address that was asked.
    public var url: String
    /// libcurl's own words, where there are any.
    public var detail: String

    /// Creates an error.
    public init(_ kind: Kind, url: String, detail: String = "") {
        self.kind = kind
        self.url = url
        self.detail = detail
    }

    /// What is wrong, where, and what to do.
    public var description: String {
        let reason = detail.isEmpty ? "" : " (\(detail))"
        return switch kind {
        case .invalidURL: "cannot ask \(url): this is no http or https URL\(reason)"
        case .invalidHeader(let name): "cannot ask \(url): the header \(name) holds a control character; remove it"
        case .unreachable: "cannot ask \(url): nobody answers there; check address and server\(reason)"
        case .timedOut: "cannot ask \(url): no whole answer in time; raise the time-out or look at the server\(reason)"
        case .answerTooLarge(let limit): "cannot ask \(url): the answer is larger than \(limit) bytes; raise the limit"
        case .unreadableFile(let path): "cannot send \(path) to \(url): the file cannot be read; check that it is there"
        case .transfer(let code): "cannot ask \(url): the transfer failed with libcurl's code \(code)\(reason)"
        }
    }
}
