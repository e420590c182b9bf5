import Glibc

/// Writes a file so that a reader sees the old one or the whole new one, even when the process is killed meanwhile.
enum AtomicFile {
    /// Writes bytes under a temporary name in the same folder, makes them durable and renames the file.
    ///
    /// - Throws: `ArtifactError` with the system's reason; the temporary file is gone then.
    static func write(_ bytes: [UInt8], to path: String) throws(ArtifactError) {
        let temporary = temporaryPath(for: path)
        do throws(ArtifactError) {
            try writeDurably(bytes, to: temporary)
            guard unsafe rename(temporary, path) == 0 else { throw failure("can't be renamed", path) }
        } catch {
            _ = unsafe unlink(temporary)
            throw error
        }
    }

    /// The name starts with a dot, so that nobody takes the file for a model.
    private static func temporaryPath(for path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return (parts.dropLast() + [".\(parts.last ?? "").partial-\(getpid())"]).joined(separator: "/")
    }

    private static func writeDurably(_ bytes: [UInt8], to path: String) throws(ArtifactError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure("can't be written", path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure("can't be written", path) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw failure("can't be written", path) }
    }

    private static func failure(_ what: String, _ path: String) -> ArtifactError {
        unsafe ArtifactError(.inputOutput("\(what): \(String(cString: strerror(errno)))"), file: path)
    }
}
