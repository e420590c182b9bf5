/// Puts a line end before each header that has none, where CSV files without a last line end were joined byte for
/// byte, as in Pipe mode.
///
/// Inside a quoted field the same bytes get a line end too; a text there is none the worse for it.
struct HeaderSeam {
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// The first line, with its byte order mark, without its line end.
    private let header: [UInt8]
    /// Bytes at the end of a chunk that may be the beginning of a header.
    private var held: [UInt8] = []
    private var last = Self.lineFeed

    /// Takes the header from the first bytes of the data; `nil` when they hold no whole line.
    init?(start: [UInt8]) {
        guard let end = start.firstIndex(where: Self.isLineEnd), end > 0 else { return nil }
        header = Array(start[..<end])
    }

    /// The bytes of the next chunk with line ends where they are missing.
    mutating func repair(_ chunk: [UInt8]) -> [UInt8] {
        let bytes = held + chunk
        var repaired: [UInt8] = []
        repaired.reserveCapacity(bytes.count + 1)
        var begin = 0
        var index = 0
        while let next = bytes[index...].firstIndex(of: header[0]), next + header.count < bytes.count {
            if isHeader(at: next, in: bytes), !Self.isLineEnd(next > 0 ? bytes[next - 1] : last) {
                repaired += bytes[begin..<next]
                repaired.append(Self.lineFeed)
                begin = next
            }
            index = next + 1
        }
        let kept = bytes[index...].firstIndex(of: header[0]) ?? bytes.count
        repaired += bytes[begin..<kept]
        if kept > 0 { last = bytes[kept - 1] }
        held = Array(bytes[kept...])
        return repaired
    }

    /// The bytes that were held back.
    mutating func finish() -> [UInt8] {
        defer { held = [] }
        return held
    }

    private func isHeader(at index: Int, in bytes: [UInt8]) -> Bool {
        let end = index + header.count
        return end < bytes.count && bytes[index..<end].elementsEqual(header) && Self.isLineEnd(bytes[end])
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool {
        byte == lineFeed || byte == carriageReturn
    }
}
