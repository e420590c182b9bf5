extension [UInt8] {
    /// Appends a number's bytes, the lowest first.
    @inlinable
    public mutating func appendLittleEndian(_ number: some FixedWidthInteger) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
