import Glibc

/// Looks for bytes of the grammar, many at a time; each place is checked against its bounds before.
enum ByteSearch {
    /// The place of the next line feed in a range; `nil` when there is none.
    static func lineFeed(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        unsafe bytes.withUnsafeBytes { all in
            // The slice traps outside of the array.
            let part = unsafe UnsafeRawBufferPointer(rebasing: all[range])
            guard let start = part.baseAddress, let found = unsafe memchr(start, Int32(Byte.newline), part.count) else {
                return nil
            }
            return unsafe range.lowerBound + (UnsafeRawPointer(found) - start)
        }
    }

    /// How many bytes at the start of a text may stand in a string of JSON as they are: no quote, backslash or control.
    static func plainPrefix(of text: Span<UInt8>) -> Int {
        let count = text.count
        return unsafe text.withUnsafeBytes { bytes in
            var index = 0
            // Eight bytes at a time; the last ones one by one, so that no load passes the end.
            while index + 8 <= count {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let marks = specialBytes(UInt64(littleEndian: word))
                if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
                index += 8
            }
            while index < count, unsafe isPlain(bytes[index]) { index += 1 }
            return index
        }
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        byte >= Byte.firstPrintable && byte != Byte.quote && byte != Byte.backslash
    }

    /// Sets the highest bit of each byte that is a quote, a backslash or a control; exact up to the first such byte.
    ///
    /// Subtraction borrows from the byte above only where a byte below was marked already.
    private static func specialBytes(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quotes = word ^ (ones &* UInt64(Byte.quote))
        let backslashes = word ^ (ones &* UInt64(Byte.backslash))
        let controls = (word &- ones &* UInt64(Byte.firstPrintable)) & ~word
        return (controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)) & highs
    }
}
