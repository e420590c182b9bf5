import Foundation
import Glibc
import Synchronization

/// Listens on a free port of 127.0.0.1 and answers each connection by fixed bytes after reading one request.
final class ScriptedServer: Sendable {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = unsafe bind(descriptor, $0, length)
                _ = unsafe getsockname(descriptor, $0, &length)
            }
        }
        listen(descriptor, 8)
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit {
        close(descriptor)
    }

    /// Runs `serve` on a thread of its own; `request` gives what was read.
    func serveOnce(_ answer: String, after last: String) -> Outcome {
        let outcome = Outcome()
        Thread.detachNewThread { [self] in
            let text = serve(answer, after: last)
            outcome.text.withLock { $0 = text }
            outcome.done.signal()
        }
        return outcome
    }

    /// What a thread has read.
    final class Outcome: Sendable {
        fileprivate let text = Mutex("")
        fileprivate let done = DispatchSemaphore(value: 0)

        func request() -> String {
            done.wait()
            return text.withLock { $0 }
        }
    }

    /// Takes one connection, reads up to the end of a request that holds `last`, sends `answer` and closes.
    private func serve(_ answer: String, after last: String) -> String {
        let connection = accept(descriptor, nil, nil)
        defer { close(connection) }
        var request = ""
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while !request.contains(last) {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(connection, $0.baseAddress, $0.count) }
            if count <= 0 { break }
            request += String(decoding: buffer[..<count], as: UTF8.self)
        }
        let bytes = Array(answer.utf8)
        _ = unsafe bytes.withUnsafeBytes { unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        return request
    }
}
