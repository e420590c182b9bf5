import Glibc

/// Writes a file so that a reader sees the old one or the whole new one, even when the process is killed meanwhile.
enum AtomicFile {
    /// Writes bytes under a temporary name in the same folder, makes them durable and renames the file.
    ///
    /// - Throws: `ArtifactError` with the system's reason; the temporary file is gone then.
    static func write(_ bytes: [UInt8], to path: String) throws(ArtifactError) {
        let (folder, name) = split(path)
        // The name starts with a dot, so that nobody takes the file for a model.
        let temporary = "\(folder).\(name).partial-\(getpid())"
        guard writeDurably(bytes, to: temporary), unsafe rename(temporary, path) == 0 else {
            let reason = unsafe String(cString: strerror(errno))
            _ = unsafe unlink(temporary)
            throw ArtifactError(.inputOutput("can't be written: \(reason)"), file: path)
        }
        syncFolder(folder)
    }

    /// The folder, with the slash at its end, and the name of a file.
    private static func split(_ path: String) -> (folder: Substring, name: Substring) {
        let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex
        return (path[..<start], path[start...])
    }

    /// Whether all bytes are on the disk; if not, `errno` says why.
    private static func writeDurably(_ bytes: [UInt8], to path: String) -> Bool {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return false }
        let isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
        let reason = errno
        close(descriptor)
        errno = reason
        return isWritten
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// Makes the new name durable; where a file system can't, the file is whole all the same.
    private static func syncFolder(_ folder: Substring) {
        let descriptor = unsafe open(folder.isEmpty ? "." : String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}
