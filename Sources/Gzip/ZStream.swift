internal import CZlib

/// Owns a zlib stream; all unsafe calls of the target are here.
///
/// A class, because zlib keeps a pointer to its stream, which therefore must not move.
@safe
final class ZStream {
    enum Direction {
        case inflate
        case deflate(level: Int)
    }

    enum Status {
        case more
        case memberEnd
        case corrupt(String)
        case outOfMemory
    }

    private let stream: UnsafeMutablePointer<z_stream>
    private let direction: Direction
    private let isReady: Bool

    init(_ direction: Direction) {
        self.direction = direction
        unsafe stream = .allocate(capacity: 1)
        // zlib takes a stream of zero bytes as "use malloc, no input yet".
        unsafe stream.initialize(to: z_stream())
        switch direction {
        case .inflate: unsafe isReady = carteiro_inflate_init_gzip(stream) == Z_OK
        case .deflate(let level): unsafe isReady = carteiro_deflate_init_gzip(stream, Int32(clamping: level)) == Z_OK
        }
    }

    deinit {
        if isReady {
            switch direction {
            case .inflate: unsafe inflateEnd(stream)
            case .deflate: unsafe deflateEnd(stream)
            }
        }
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    /// Prepares an inflating stream for the next member.
    func reset() {
        guard isReady else { return }
        _ = unsafe inflateReset(stream)
    }

    /// Moves bytes from `input` to `output`, up to `most` of them.
    ///
    /// - Returns: how many bytes of the input were used, how many were written, and what zlib says.
    func run(
        _ input: ArraySlice<UInt8>,
        into output: inout [UInt8],
        atMost most: Int,
        finish: Bool
    ) -> (used: Int, written: Int, status: Status) {
        guard isReady else { return (0, 0, .outOfMemory) }
        let available = UInt32(clamping: input.count)
        var code = Z_OK
        var used = 0
        let before = output.count
        // zlib does not write to its input; the pointer is mutable for C's sake only.
        unsafe input.withUnsafeBufferPointer { source in
            output.append(addingCapacity: most) { target in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = available
                code = step(into: &target, finish: finish)
                used = unsafe Int(available - stream.pointee.avail_in)
                unsafe stream.pointee.next_in = nil
            }
        }
        return (used, output.count - before, status(of: code))
    }

    private func step(into target: inout OutputSpan<UInt8>, finish: Bool) -> Int32 {
        unsafe target.withUnsafeMutableBufferPointer { buffer, count in
            let room = UInt32(clamping: buffer.count - count)
            unsafe stream.pointee.next_out = buffer.baseAddress.map { unsafe $0 + count }
            unsafe stream.pointee.avail_out = room
            let flush = finish ? Z_FINISH : Z_NO_FLUSH
            let code: Int32
            switch direction {
            case .inflate: code = unsafe inflate(stream, Z_NO_FLUSH)
            case .deflate: code = unsafe deflate(stream, flush)
            }
            unsafe count += Int(room - stream.pointee.avail_out)
            unsafe stream.pointee.next_out = nil
            return code
        }
    }

    private func status(of code: Int32) -> Status {
        switch code {
        case Z_OK, Z_BUF_ERROR: .more
        case Z_STREAM_END: .memberEnd
        case Z_MEM_ERROR: .outOfMemory
        default: unsafe .corrupt(stream.pointee.msg.map { unsafe String(cString: $0) } ?? "not a gzip stream")
        }
    }
}
