internal import CLinux
internal import Glibc

/// A socket that takes connections.
struct Listener: Sendable {
    let socket: Socket
    let endpoint: ServerConfiguration.Endpoint
    private let isTCP: Bool

    /// Connections that the kernel holds until they are accepted; it cuts this to `net.core.somaxconn`.
    private static let backlog: Int32 = 4_096

    enum Accepted {
        case socket(Socket)
        case nothing
        /// No descriptor is left.
        case exhausted
    }

    /// Opens a listening socket.
    init(_ endpoint: ServerConfiguration.Endpoint) throws(SocketError) {
        self.endpoint = endpoint
        switch endpoint {
        case .anyAddress(let port): socket = try Self.dualStack(port, endpoint)
        case .loopback(let port): socket = try Self.bound(Self.ipv4(INADDR_LOOPBACK, port), AF_INET, endpoint)
        case .unix(let path): socket = try Self.unix(path, endpoint)
        }
        if case .unix = endpoint { isTCP = false } else { isTCP = true }
        guard listen(socket.descriptor, Self.backlog) == 0 else {
            let error = SocketError.last("listen", endpoint: endpoint.description)
            socket.close()
            throw error
        }
    }

    /// The next waiting connection.
    func accept() -> Accepted {
        while true {
            let descriptor = carteiro_accept(socket.descriptor)
            if descriptor >= 0 {
                let socket = Socket(descriptor: descriptor)
                if isTCP { Self.setOption(socket, Int32(IPPROTO_TCP), TCP_NODELAY, 1) }
                return .socket(socket)
            }
            switch errno {
            // The peer gave up before it was accepted; the next one may be there.
            case ECONNABORTED, EINTR, EPROTO: continue
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
            default: return .nothing
            }
        }
    }

    /// Closes the socket and removes its file.
    func close() {
        socket.close()
        if case .unix(let path) = endpoint { unsafe unlink(path) }
    }

    /// The port that the kernel gave; nil for a Unix socket.
    var port: UInt16? {
        guard isTCP else { return nil }
        var address = sockaddr_in6()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(socket.descriptor, $0, &length)
            }
        }
        // The port lies at the same place in sockaddr_in and sockaddr_in6.
        return status == 0 ? UInt16(bigEndian: address.sin6_port) : nil
    }

    /// IPv6 that takes IPv4 too; IPv4 alone where the container has no IPv6.
    private static func dualStack(
        _ port: UInt16,
        _ endpoint: ServerConfiguration.Endpoint
    ) throws(SocketError) -> Socket {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        do {
            return try bound(address, AF_INET6, endpoint)
        } catch {
            guard case .system(_, let number) = error.kind, number == EAFNOSUPPORT || number == EADDRNOTAVAIL else {
                throw error
            }
            return try bound(ipv4(INADDR_ANY, port), AF_INET, endpoint)
        }
    }

    private static func ipv4(_ host: UInt32, _ port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = host.bigEndian
        return address
    }

    private static func unix(
        _ path: String,
        _ endpoint: ServerConfiguration.Endpoint
    ) throws(SocketError) -> Socket {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let limit = MemoryLayout.size(ofValue: address.sun_path) - 1
        guard path.utf8.count <= limit else {
            throw SocketError(.pathTooLong(limit: limit), endpoint: endpoint.description)
        }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        if isStale(address) { unsafe unlink(path) }
        return try bound(address, AF_UNIX, endpoint)
    }

    /// Whether the file is a socket on which nobody listens.
    private static func isStale(_ address: sockaddr_un) -> Bool {
        let probe = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { return false }
        defer { _ = Glibc.close(probe) }
        return unsafe call(address) { unsafe connect(probe, $0, $1) } != 0 && errno == ECONNREFUSED
    }

    private static func bound<Address>(
        _ address: Address,
        _ family: Int32,
        _ endpoint: ServerConfiguration.Endpoint
    ) throws(SocketError) -> Socket {
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let socket = Socket(descriptor: Glibc.socket(family, kind, 0))
        guard socket.descriptor >= 0 else { throw SocketError.last("socket", endpoint: endpoint.description) }
        if family != AF_UNIX { setOption(socket, SOL_SOCKET, SO_REUSEADDR, 1) }
        if family == AF_INET6 { setOption(socket, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 0) }
        guard unsafe call(address, { unsafe bind(socket.descriptor, $0, $1) }) == 0 else {
            let error = SocketError.last("bind", endpoint: endpoint.description)
            socket.close()
            throw error
        }
        return socket
    }

    /// Passes an address to a system call that takes any kind of address.
    private static func call<Address>(
        _ address: Address,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        unsafe withUnsafePointer(to: address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe body($0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }

    private static func setOption(_ socket: Socket, _ level: Int32, _ name: Int32, _ value: Int32) {
        var value = value
        unsafe setsockopt(socket.descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
    }
}

extension ServerConfiguration.Endpoint: CustomStringConvertible {
    /// The endpoint in words, such as `port 8080`.
    public var description: String {
        switch self {
        case .anyAddress(let port): "port \(port)"
        case .loopback(let port): "127.0.0.1 port \(port)"
        case .unix(let path): "socket \(path)"
        }
    }
}
