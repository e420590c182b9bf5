import Glibc

/// A file mapped for reading; unmapped when the last reference goes.
///
/// Safe to use and to share although it holds a pointer: the pages are mapped read-only, the address never changes, and
/// it is lent out only as a `Span` while `self` is alive.
@safe final class MappedFile: @unchecked Sendable {
    private let pages: UnsafeRawBufferPointer

    /// Maps a whole file.
    init(path: String) throws(TextAnalysisError) {
        func failure(_ step: String) -> TextAnalysisError {
            let reason = unsafe String(cString: strerror(errno))
            return TextAnalysisError(.unreadableLexicon(reason: "\(step): \(reason)"), at: path)
        }
        let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot open") }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure("cannot read its size") }
        let length = Int(status.st_size)
        guard length > 0 else { throw TextAnalysisError(.malformedLexicon(reason: "is empty"), at: path) }
        guard let start = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe start != MAP_FAILED
        else { throw failure("cannot map") }
        unsafe pages = UnsafeRawBufferPointer(start: start, count: length)
    }

    deinit {
        unsafe munmap(UnsafeMutableRawPointer(mutating: pages.baseAddress), pages.count)
    }

    /// Calls `body` with all bytes; the pages stay mapped as long as `self` lives, which outlasts the call.
    @inline(__always)
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe pages.withMemoryRebound(to: UInt8.self) { body(unsafe Span(_unsafeElements: $0)) }
    }
}
