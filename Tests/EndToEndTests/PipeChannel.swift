import Dispatch
import Foundation
import Glibc

/// A channel in Pipe mode, as the service makes it: a FIFO that all files are written into, byte for byte.
struct PipeChannel {
    /// Whether somebody read the pipe to its end.
    let isRead = DispatchSemaphore(value: 0)

    /// Makes the pipe and writes on a thread of its own.
    init(_ bytes: [UInt8], path: String) throws {
        guard unsafe mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
        let isRead = isRead
        DispatchQueue(label: "pipe").async {
            // A program that ends early must not end the tests by SIGPIPE.
            signal(SIGPIPE, SIG_IGN)
            let descriptor = unsafe open(path, O_WRONLY)
            defer { close(descriptor) }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
            isRead.signal()
        }
    }
}
