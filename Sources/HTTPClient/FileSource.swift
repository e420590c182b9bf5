internal import Glibc

/// A file that is sent; closed with the last reference to it.
final class FileSource {
    private let descriptor: Int32
    /// The bytes of the file when it was opened.
    let count: Int

    /// Opens a regular file; `nil` where there is none that can be read.
    init?(path: String) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        var status = stat()
        guard descriptor >= 0, unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            if descriptor >= 0 { close(descriptor) }
            return nil
        }
        self.descriptor = descriptor
        count = Int(status.st_size)
    }

    deinit {
        close(descriptor)
    }

    /// Reads the next bytes; 0 at the end, `nil` when that is not possible.
    func read(into room: UnsafeMutableRawBufferPointer) -> Int? {
        while true {
            let count = unsafe Glibc.read(descriptor, room.baseAddress, room.count)
            if count < 0, errno == EINTR { continue }
            return count < 0 ? nil : count
        }
    }
}
