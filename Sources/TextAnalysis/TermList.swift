/// The terms of one document in their order, in one buffer that is used again for the next document.
///
/// Single spaces stand between the terms, so that an n-gram is a contiguous range of bytes.
public struct TermList: Sendable {
    /// The UTF-8 bytes of all terms, separated by single spaces.
    public private(set) var bytes: [UInt8] = []
    /// For each term the offset after its last byte.
    public private(set) var ends: [Int] = []

    /// Creates an empty list.
    public init() {}

    /// The number of terms.
    @inlinable public var count: Int { ends.count }

    /// The range of `bytes` that holds the term at `index`.
    @inlinable
    public func range(at index: Int) -> Range<Int> {
        ngramRange(at: index, length: 1)
    }

    /// The range of `bytes` that holds the `length` terms from `index` on, with the spaces between them.
    @inlinable
    public func ngramRange(at index: Int, length: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1] + 1)..<ends[index + length - 1]
    }

    /// The term at `index` as a string.
    public func term(at index: Int) -> String {
        String(decoding: bytes[range(at: index)], as: UTF8.self)
    }

    /// Removes all terms and keeps the storage.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Appends a cached term.
    ///
    /// Whole chunks are written without bounds checks: there is room for a space and the longest cached term.
    @inline(__always)
    mutating func append(_ term: CachedTerm) {
        let space = ends.isEmpty ? 0 : 1
        bytes.append(addingCapacity: 1 + CachedTerm.limit) { (output: inout OutputSpan<UInt8>) in
            unsafe output.withUnsafeMutableBufferPointer { buffer, count in
                let place = UnsafeMutableRawBufferPointer(buffer)
                unsafe place[count] = UInt8(ascii: " ")
                count += space
                unsafe place.storeBytes(of: term.chunks.0.littleEndian, toByteOffset: count, as: UInt64.self)
                unsafe place.storeBytes(of: term.chunks.1.littleEndian, toByteOffset: count + 8, as: UInt64.self)
                unsafe place.storeBytes(of: term.chunks.2.littleEndian, toByteOffset: count + 16, as: UInt64.self)
                count += term.count
            }
        }
        ends.append(bytes.count)
    }

    /// Appends a term, which is not empty and holds no space.
    public mutating func append(_ term: some Sequence<UInt8>) {
        if !ends.isEmpty { bytes.append(UInt8(ascii: " ")) }
        bytes.append(contentsOf: term)
        ends.append(bytes.count)
    }
}
