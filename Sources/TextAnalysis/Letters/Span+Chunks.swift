extension Span<UInt8> {
    /// The eight bytes from `8 * place` on as a number whose lowest byte is the first; zeros stand for bytes past the end.
    @inlinable @inline(__always)
    package func chunk(at place: Int) -> UInt64 {
        let start = 8 * place
        let length = count - start
        if length >= 8 { return word64(at: start) }
        // The last bytes are read together with those before them, or in two halves that overlap.
        if count >= 8 { return word64(at: count - 8) &>> UInt64(8 * (8 - length)) }
        if length >= 4 { return word32(at: start) | word32(at: count - 4) << UInt64(8 * (length - 4)) }
        guard length > 0 else { return 0 }
        let middle = UInt64(self[start + length / 2]) << UInt64(8 * (length / 2))
        return UInt64(self[start]) | middle | UInt64(self[count - 1]) << UInt64(8 * (length - 1))
    }

    /// The first eight bytes of a part, or all of a shorter one, as `chunk` gives them.
    @inlinable @inline(__always)
    package func firstChunk(of part: Range<Int>) -> UInt64 {
        // A plain read where bytes follow, which is so for all but the last few parts of a text.
        guard part.lowerBound + 8 <= count else { return extracting(part).chunk(at: 0) }
        let chunk = word64(at: part.lowerBound)
        return part.count < 8 ? chunk & (1 &<< UInt64(8 * part.count) &- 1) : chunk
    }

    @inlinable @inline(__always)
    package func word64(at start: Int) -> UInt64 {
        UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
    }

    @inlinable @inline(__always)
    func word32(at start: Int) -> UInt64 {
        UInt64(UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self)))
    }

    /// Whether both hold the same bytes.
    @inlinable @inline(__always)
    package func equals(_ other: borrowing Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for place in 0..<(count + 7) / 8 where chunk(at: place) != other.chunk(at: place) { return false }
        return true
    }
}
