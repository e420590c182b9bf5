extension [UInt8] {
    /// Appends the bytes of a span by one copy; a slice would count a reference to its array, which threads then share.
    mutating func append(copying bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { source in unsafe append(contentsOf: source) }
    }
}
