extension Span<UInt8> {
    /// Whether the bytes spell `text` exactly.
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            for index in 0..<count where unsafe self[index] != expected[index] { return false }
            return true
        }
    }

    /// Whether the bytes spell `text`, which is in lower case, without regard to the case of ASCII letters.
    func equalsIgnoringCase(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { expected in
            for index in 0..<count where unsafe ByteClass.lowercased(self[index]) != expected[index] { return false }
            return true
        }
    }
}

extension Span<UInt8> {
    /// `range` without white space at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, ByteClass.isWhitespace(self[start]) { start += 1 }
        while end > start, ByteClass.isWhitespace(self[end - 1]) { end -= 1 }
        return start..<end
    }
}

extension String {
    /// Decodes UTF-8; invalid bytes become U+FFFD.
    init(copying bytes: Span<UInt8>) {
        // A string is built from a buffer only; the pointer doesn't leave the closure.
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    /// Appends a copy of `span`.
    mutating func append(copying span: Span<UInt8>) {
        // An array grows by a whole buffer only; the pointer doesn't leave the closure.
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// Appends the bytes of a literal.
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { unsafe append(contentsOf: $0) }
    }
}
