public import HTTP
internal import Synchronization

/// Asks HTTP servers by libcurl and waits for the whole answer; may be used by many threads at once.
///
/// Connections stay open between requests. Any status is an answer; only its absence is an error.
public final class Client: Sendable {
    /// Where and how to ask.
    public struct Configuration: Sendable {
        /// Scheme, host and port, such as `http://127.0.0.1:8080`; a path is appended to it.
        public var baseURL: String
        /// Connect to this Unix socket, whatever the host in `baseURL`.
        public var unixSocketPath: String?
        /// Seconds for setting up a connection.
        public var connectTimeout: Double
        /// Seconds for the whole exchange; `.infinity` waits as long as it takes.
        public var timeout: Double
        /// Bytes of an answer's body.
        public var maxAnswerBytes: Int
        /// Whether a proxy that the environment names (`https_proxy`, `no_proxy`) is used; never for this machine itself.
        public var usesProxy: Bool

        /// Creates a configuration.
        public init(
            baseURL: String,
            unixSocketPath: String? = nil,
            connectTimeout: Double = 5,
            timeout: Double = 60,
            maxAnswerBytes: Int = 1 << 30,
            usesProxy: Bool = false
        ) {
            self.baseURL = baseURL
            self.unixSocketPath = unixSocketPath
            self.connectTimeout = connectTimeout
            self.timeout = timeout
            self.maxAnswerBytes = maxAnswerBytes
            self.usesProxy = usesProxy
        }
    }

    private let configuration: Configuration
    /// Handles that are not in use; each keeps its connection.
    private let idle = Mutex<[CurlHandle]>([])

    /// Creates a client; nothing is sent yet.
    public init(configuration: Configuration) {
        self.configuration = configuration
    }

    /// Asks for `path` by GET.
    public func get(_ path: String, headers: HTTPHeaders = [:]) throws(ClientError) -> HTTPResponse {
        try send(.get, path, headers: headers)
    }

    /// Sends `body` to `path` by POST.
    public func post(
        _ path: String,
        headers: HTTPHeaders = [:],
        body: [UInt8]
    ) throws(ClientError) -> HTTPResponse {
        try send(.post, path, headers: headers, body: body)
    }

    /// Sends a request and waits for its answer, for at most `timeout` seconds where they are given.
    public func send(
        _ method: HTTPMethod,
        _ path: String,
        headers: HTTPHeaders = [:],
        body: [UInt8]? = nil,
        timeout: Double? = nil
    ) throws(ClientError) -> HTTPResponse {
        let body = body.map(CurlHandle.Body.bytes) ?? .none
        return try perform(method, path, headers, body, timeout)
    }

    /// Sends a file to `path` by PUT, piece by piece, so that it is never in memory as a whole.
    ///
    /// The file must not change meanwhile.
    public func upload(
        file: String,
        to path: String,
        headers: HTTPHeaders = [:],
        timeout: Double? = nil
    ) throws(ClientError) -> HTTPResponse {
        guard let source = FileSource(path: file) else {
            throw ClientError(.unreadableFile(path: file), url: configuration.baseURL + path)
        }
        return try perform(.put, path, headers, .file(source), timeout)
    }

    private func perform(
        _ method: HTTPMethod,
        _ path: String,
        _ headers: HTTPHeaders,
        _ body: CurlHandle.Body,
        _ timeout: Double?
    ) throws(ClientError) -> HTTPResponse {
        let url = configuration.baseURL + path
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else { throw ClientError(.invalidURL, url: url) }
        let handle: CurlHandle
        if let free = idle.withLock({ $0.popLast() }) {
            handle = free
        } else if let new = CurlHandle() {
            handle = new
        } else {
            throw ClientError(.transfer(code: 2), url: url, detail: "libcurl does not start")
        }
        var configuration = configuration
        configuration.timeout = timeout ?? configuration.timeout
        let request = CurlHandle.Request(method: method, url: url, headers: headers, body: body)
        let response = try handle.perform(request, configuration)
        idle.withLock { $0.append(handle) }
        return response
    }
}
