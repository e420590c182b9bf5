internal import CCurl
internal import HTTP

/// An easy handle of libcurl; all pointers of this target are here.
///
/// One thread at a time uses a handle, which `Client` sees to by taking it out of its list, hence unchecked Sendable.
@safe final class CurlHandle: @unchecked Sendable {
    struct Request {
        var method: HTTPMethod
        var url: String
        var headers: HTTPHeaders
        var body: Body
    }

    /// What a request carries.
    enum Body {
        case none
        case bytes([UInt8])
        case file(FileSource)
    }

    private let curl: UnsafeMutableRawPointer

    /// Loads libcurl once; it asks that this happens before other threads use it.
    private static let isLoaded = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init?() {
        guard Self.isLoaded, let curl = unsafe curl_easy_init() else { return nil }
        unsafe self.curl = unsafe curl
    }

    deinit {
        unsafe curl_easy_cleanup(curl)
    }

    /// Sends a request and gathers the answer; open connections stay with the handle.
    func perform(_ request: Request, _ configuration: Client.Configuration) throws(ClientError) -> HTTPResponse {
        unsafe curl_easy_reset(curl)
        setAddress(request, configuration)
        let list = try unsafe headerList(request)
        defer { unsafe curl_slist_free_all(list) }
        unsafe carteiro_curl_set_pointer(curl, CURLOPT_HTTPHEADER, list)
        let collector = AnswerCollector(limit: configuration.maxAnswerBytes)
        setCallbacks(collector)
        let code = perform(request.body)
        guard code == CURLE_OK else { throw error(code, request.url, collector) }
        var status = 0
        unsafe carteiro_curl_get_long(curl, CURLINFO_RESPONSE_CODE, &status)
        return HTTPResponse(
            status: HTTPStatus(rawValue: status),
            headers: collector.headers,
            body: collector.body
        )
    }

    private func setAddress(_ request: Request, _ configuration: Client.Configuration) {
        unsafe carteiro_curl_set_string(curl, CURLOPT_URL, request.url)
        if !configuration.usesProxy || LoopbackAddress.isHost(of: request.url) {
            // A proxy from the environment must not come between.
            unsafe carteiro_curl_set_string(curl, CURLOPT_PROXY, "")
        }
        if let path = configuration.unixSocketPath {
            unsafe carteiro_curl_set_string(curl, CURLOPT_UNIX_SOCKET_PATH, path)
        }
        // libcurl would use SIGALRM for time-outs, which threads share.
        setLong(CURLOPT_NOSIGNAL, 1)
        setLong(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(configuration.connectTimeout))
        // 0 is libcurl's word for no limit.
        setLong(CURLOPT_TIMEOUT_MS, configuration.timeout.isFinite ? Self.milliseconds(configuration.timeout) : 0)
        if request.method == .head { setLong(CURLOPT_NOBODY, 1) }
        unsafe carteiro_curl_set_string(curl, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }

    private func perform(_ body: Body) -> CURLcode {
        switch body {
        case .none: unsafe curl_easy_perform(curl)
        case .bytes(let bytes): perform(bytes)
        case .file(let source): perform(source)
        }
    }

    /// The bytes of the body stay in place while libcurl sends them.
    private func perform(_ body: [UInt8]) -> CURLcode {
        unsafe body.withUnsafeBytes { bytes in
            // Without a pointer libcurl would ask a callback for the body.
            let start = unsafe bytes.baseAddress.map { unsafe UnsafeMutableRawPointer(mutating: $0) }
            setLong(CURLOPT_POST, 1)
            setLong(CURLOPT_POSTFIELDSIZE, bytes.count)
            if let start = unsafe start {
                unsafe carteiro_curl_set_pointer(curl, CURLOPT_POSTFIELDS, start)
            } else {
                unsafe carteiro_curl_set_string(curl, CURLOPT_COPYPOSTFIELDS, "")
            }
            return unsafe curl_easy_perform(curl)
        }
    }

    private func perform(_ source: FileSource) -> CURLcode {
        setLong(CURLOPT_UPLOAD, 1)
        unsafe carteiro_curl_set_offset(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(source.count))
        let context = unsafe Unmanaged.passUnretained(source).toOpaque()
        unsafe carteiro_curl_set_pointer(curl, CURLOPT_READDATA, context)
        unsafe carteiro_curl_set_transfer(curl, CURLOPT_READFUNCTION) { bytes, size, count, context in
            guard let bytes = unsafe bytes, let context = unsafe context else { return Int(CURL_READFUNC_ABORT) }
            let source = unsafe Unmanaged<FileSource>.fromOpaque(context).takeUnretainedValue()
            let room = unsafe UnsafeMutableRawBufferPointer(start: bytes, count: size * count)
            return unsafe source.read(into: room) ?? Int(CURL_READFUNC_ABORT)
        }
        return withExtendedLifetime(source) { unsafe curl_easy_perform(curl) }
    }

    private func headerList(_ request: Request) throws(ClientError) -> UnsafeMutablePointer<curl_slist>? {
        // The wait for 100 Continue only costs time with a server that is known.
        var list = unsafe curl_slist_append(nil, "Expect:")
        for field in request.headers.fields {
            guard (field.name + field.value).utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 9 }) else {
                unsafe curl_slist_free_all(list)
                throw ClientError(.invalidHeader(name: field.name), url: request.url)
            }
            // "Name:" would remove a header of libcurl; "Name;" sends it empty.
            let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
            unsafe list = unsafe curl_slist_append(list, line)
        }
        return unsafe list
    }

    private func setCallbacks(_ collector: AnswerCollector) {
        let context = unsafe Unmanaged.passUnretained(collector).toOpaque()
        unsafe carteiro_curl_set_pointer(curl, CURLOPT_WRITEDATA, context)
        unsafe carteiro_curl_set_pointer(curl, CURLOPT_HEADERDATA, context)
        unsafe carteiro_curl_set_transfer(curl, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
            let collector = unsafe Unmanaged<AnswerCollector>.fromOpaque(context).takeUnretainedValue()
            return unsafe bytes.withMemoryRebound(to: UInt8.self, capacity: size * count) {
                let piece = unsafe UnsafeBufferPointer(start: $0, count: size * count)
                return unsafe collector.takeBody(piece) ? piece.count : 0
            }
        }
        unsafe carteiro_curl_set_transfer(curl, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
            let collector = unsafe Unmanaged<AnswerCollector>.fromOpaque(context).takeUnretainedValue()
            let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
            unsafe collector.takeHeaderLine(line)
            return line.count
        }
    }

    private func setLong(_ option: CURLoption, _ value: Int) {
        unsafe carteiro_curl_set_long(curl, option, value)
    }

    private func error(_ code: CURLcode, _ url: String, _ collector: AnswerCollector) -> ClientError {
        let detail = unsafe curl_easy_strerror(code).map { unsafe String(cString: $0) } ?? ""
        if collector.isTooLarge { return ClientError(.answerTooLarge(limit: collector.limit), url: url) }
        let kind: ClientError.Kind =
            switch code {
            case CURLE_URL_MALFORMAT: .invalidURL
            case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST: .unreachable
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            default: .transfer(code: Int(code.rawValue))
            }
        return ClientError(kind, url: url, detail: detail)
    }

    private static func milliseconds(_ seconds: Double) -> Int {
        Int(max(0.001, min(seconds, 1e6)) * 1_000)
    }
}
