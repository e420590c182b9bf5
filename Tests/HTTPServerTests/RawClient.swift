import Glibc

/// A blocking socket that sends bytes as they are, which no HTTP client would do; one thread at a time uses it.
final class RawClient: @unchecked Sendable {
    private let descriptor: Int32
    private var unread: [UInt8] = []

    struct Failure: Error {
        var text: String
        var number = errno
    }

    struct Answer: Equatable {
        var status: Int
        var head: String
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        try connect(address)
    }

    init(path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        try connect(address)
    }

    init(ipv6Port: UInt16) throws {
        descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = ipv6Port.bigEndian
        address.sin6_addr = in6addr_loopback
        try connect(address)
    }

    /// Leaves a socket file behind on which nobody listens, as a killed server does.
    static func leaveSocketFile(_ path: String) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        close(descriptor)
    }

    deinit {
        close(descriptor)
    }

    private func connect<Address>(_ address: Address) throws {
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let status = unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
        if status != 0 { throw Failure(text: "connect") }
    }

    func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) throws {
        var start = 0
        while start < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.send(
                    descriptor,
                    $0.baseAddress?.advanced(by: start),
                    $0.count - start,
                    Int32(MSG_NOSIGNAL)
                )
            }
            if count < 0 { throw Failure(text: "send") }
            start += count
        }
    }

    /// Says that nothing more is sent; answers can still be read.
    func endSending() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Closes at once with a reset, as a killed client does.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Reads one answer; `hasBody` is false after HEAD.
    func answer(hasBody: Bool = true) throws -> Answer {
        while true {
            if let answer = parse(hasBody: hasBody) { return answer }
            if try !read() { throw Failure(text: "closed after \(String(decoding: unread, as: UTF8.self))") }
        }
    }

    /// Reads one answer in the chunked coding and gives its body.
    func chunkedBody() throws -> [UInt8] {
        let head = try answer(hasBody: false).head
        guard head.contains("\r\nTransfer-Encoding: chunked") else { throw Failure(text: "not chunked: \(head)") }
        var body: [UInt8] = []
        while true {
            let size = try Int(line(), radix: 16) ?? -1
            if size < 0 { throw Failure(text: "no chunk size") }
            while unread.count < size + 2 {
                if try !read() { throw Failure(text: "cut in a chunk") }
            }
            body += unread[..<size]
            unread.removeFirst(size + 2)
            if size == 0 { return body }
        }
    }

    private func line() throws -> String {
        while true {
            if let end = unread.firstIndex(of: 13), unread.count > end + 1 {
                let line = String(decoding: unread[..<end], as: UTF8.self)
                unread.removeFirst(end + 2)
                return line
            }
            if try !read() { throw Failure(text: "cut before a chunk") }
        }
    }

    /// Reads to the end and gives what came.
    func rest() throws -> String {
        while try read() {}
        return String(decoding: unread, as: UTF8.self)
    }

    /// Whether the server has closed, or closes now.
    func isClosed() -> Bool {
        (try? rest()) == ""
    }

    func ask(_ text: String) throws -> Answer {
        try send(text)
        return try answer()
    }

    private func read() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
        if count < 0 {
            if errno == ECONNRESET { return false }
            throw Failure(text: "receive")
        }
        unread += buffer[..<count]
        return count > 0
    }

    private func parse(hasBody: Bool) -> Answer? {
        let end: [UInt8] = [13, 10, 13, 10]
        guard let last = unread.indices.first(where: { unread[$0...].starts(with: end) }) else { return nil }
        let head = String(decoding: unread[..<last], as: UTF8.self)
        let status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
        let line = head.split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }
        let length = hasBody ? Int(line?.dropFirst(16) ?? "0") ?? 0 : 0
        let start = last + 4
        guard unread.count >= start + length else { return nil }
        let body = Array(unread[start..<(start + length)])
        unread.removeFirst(start + length)
        return Answer(status: status, head: head, body: body)
    }
}

extension String {
    static func get(_ path: String, _ fields: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
    }

    static func post(_ path: String, _ body: String, _ fields: String = "") -> String {
        "POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)"
    }
}
