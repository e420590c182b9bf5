/// One Unicode scalar read from UTF-8 bytes, and how many bytes it took.
struct UTF8Scalar: Equatable {
    var value: UInt32
    var length: Int

    /// The scalar at `index`; a damaged sequence gives U+FFFD of one byte.
    @inline(__always)
    init(in bytes: borrowing Span<UInt8>, at index: Int) {
        let lead = bytes[index]
        if lead < 0x80 {
            self.init(value: UInt32(lead), length: 1)
        } else if lead & 0xE0 == 0xC0, index + 1 < bytes.count {
            let value = UInt32(lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
            self.init(value: value, length: 2)
        } else if lead & 0xF0 == 0xE0, index + 2 < bytes.count {
            let high = UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
            self.init(value: high | UInt32(bytes[index + 2] & 0x3F), length: 3)
        } else if lead & 0xF8 == 0xF0, index + 3 < bytes.count {
            let high = UInt32(lead & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
            let low = UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F)
            self.init(value: high | low, length: 4)
        } else {
            self.init(value: 0xFFFD, length: 1)
        }
    }

    private init(value: UInt32, length: Int) {
        self.value = value
        self.length = length
    }

    /// Whether the scalar is a letter; digits and combining marks are not.
    var isLetter: Bool {
        if value < 0x80 { return (value | 0x20) &- 0x61 < 26 }
        if (0xC0...0x24F).contains(value) { return value != 0xD7 && value != 0xF7 }
        guard let scalar = Unicode.Scalar(value) else { return false }
        return scalar.properties.isAlphabetic
    }
}

extension [UInt8] {
    /// Appends the UTF-8 bytes of a scalar below U+0800, which is where all composed Latin letters of ours are.
    @inline(__always)
    mutating func appendTwoBytes(of value: UInt32) {
        append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
        append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
}
