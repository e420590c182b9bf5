/// Bytes that were read beyond the end of a request.
struct InputBuffer: Sendable {
    private var bytes: [UInt8] = []
    /// What stands before is used up; moving the rest for each of many pipelined requests would take quadratic time.
    private var start = 0

    init() {}

    /// Holds a copy of `rest`.
    init(copying rest: Span<UInt8>) {
        // An array is built from a buffer only; the pointer doesn't leave the closure.
        bytes = unsafe rest.withUnsafeBufferPointer { unsafe Array($0) }
    }

    var isEmpty: Bool { start == bytes.count }

    /// Hands over the bytes that are left.
    func withUnread<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        body(bytes.span.extracting(start...))
    }

    /// Forgets the first `count` bytes.
    mutating func remove(_ count: Int) {
        start = min(start + count, bytes.count)
        if isEmpty { self = InputBuffer() }
    }
}
