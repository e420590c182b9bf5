internal import Glibc

/// Reads a file from its beginning to its end in chunks; all unsafe reading of the target is here.
struct FileReader: ~Copyable {
    /// How many bytes are asked for at one go: few calls, and little beside the texts.
    static let chunkBytes = 1 << 20

    private let descriptor: Int32
    private let path: String

    /// Opens a file; `nil` when there is none.
    init?(_ path: String) throws(TrainingError) {
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            if code == ENOENT || code == ENOTDIR { return nil }
            throw SystemError.error("open \(path)", code: code)
        }
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    /// The next bytes: a whole chunk but at the end, also where a pipe gives less at a time; empty at the end.
    func next() throws(TrainingError) -> [UInt8] {
        var chunk: [UInt8] = []
        let count = read(into: &chunk)
        guard count >= 0 else { throw SystemError.error("read \(path)", code: errno) }
        return chunk
    }

    private func read(into chunk: inout [UInt8]) -> Int {
        var result = 0
        chunk.append(addingCapacity: Self.chunkBytes) { span in
            unsafe span.withUnsafeMutableBufferPointer { buffer, count in
                while count < buffer.count {
                    let next = unsafe buffer.baseAddress.map { unsafe $0 + count }
                    result = unsafe Glibc.read(descriptor, next, buffer.count - count)
                    if result < 0 && errno == EINTR { continue }
                    if result <= 0 { break }
                    count += result
                }
            }
        }
        return result
    }

    /// All bytes of a file, or `nil` when there is none.
    ///
    /// - Throws: `TrainingError` when the file cannot be read or has more than `limit` bytes.
    static func contents(of path: String, atMost limit: Int) throws(TrainingError) -> [UInt8]? {
        guard let reader = try FileReader(path) else { return nil }
        var bytes: [UInt8] = []
        while true {
            let chunk = try reader.next()
            if chunk.isEmpty { return bytes }
            guard bytes.count + chunk.count <= limit else {
                throw TrainingError(.configuration("the file has more than \(limit) bytes"), at: path)
            }
            bytes += chunk
        }
    }
}

/// Turns an error number of the operating system into an error of the job.
enum SystemError {
    static func error(_ action: String, code: Int32) -> TrainingError {
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        return TrainingError(.system(action: action, reason: reason))
    }
}
