internal import Glibc

/// A regular file mapped read-only into memory; unmapped when the last reference goes.
///
/// Safe to use and to share although it holds a pointer: the pages are mapped read-only and the address never changes.
/// Nobody may cut the file short meanwhile, since reading past its end kills the program; who replaces such a file renames
/// a new one over it, which leaves the mapped bytes as they are.
@safe
public final class MappedFile: @unchecked Sendable {
    /// All bytes; valid as long as this object.
    public let bytes: UnsafeRawBufferPointer

    /// Maps a whole file.
    ///
    /// - Throws: `MappedFileError` with the system's reason, or for what is no regular file or empty.
    public init(path: String) throws(MappedFileError) {
        // A pipe without a writer would hold the program; regular files don't know O_NONBLOCK.
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.failure("can't be opened", path) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure("can't be read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw MappedFileError(.notRegular, file: path) }
        guard status.st_size > 0 else { throw MappedFileError(.empty, file: path) }
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

    /// Calls `body` with all bytes; the pages stay mapped as long as `self` lives, which outlasts the call.
    @inlinable
    @inline(__always)
    public func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe bytes.withMemoryRebound(to: UInt8.self) { body(unsafe Span(_unsafeElements: $0)) }
    }

    private static func failure(_ what: String, _ path: String) -> MappedFileError {
        unsafe MappedFileError(.system("\(what): \(String(cString: strerror(errno)))"), file: path)
    }
}
