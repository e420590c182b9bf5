import Glibc

/// A file mapped read-only into memory for as long as this object lives.
///
/// Nobody may cut the file short meanwhile, since reading past its end kills the program; a new model is renamed over
/// the old one, as `AtomicFile` does, and leaves the mapped bytes as they are.
@safe
final class MappedFile {
    let bytes: UnsafeRawBufferPointer

    /// Maps a file.
    ///
    /// - Throws: `ArtifactError` with the system's reason.
    init(path: String) throws(ArtifactError) {
        // A pipe without a writer would hold the program; regular files don't know O_NONBLOCK.
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.failure("can't be opened", path) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure("can't be read", path) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            throw ArtifactError(.notAModel, file: path)
        }
        let length = Int(status.st_size)
        let address = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let address = unsafe address, unsafe address != MAP_FAILED else {
            throw Self.failure("can't be mapped", path)
        }
        unsafe bytes = UnsafeRawBufferPointer(start: address, count: length)
    }

    deinit {
        unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }

    private static func failure(_ what: String, _ path: String) -> ArtifactError {
        unsafe ArtifactError(.inputOutput("\(what): \(String(cString: strerror(errno)))"), file: path)
    }
}
