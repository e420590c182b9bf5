/// The header of an entry, a block of 512 bytes.
///
/// Source: IEEE Std 1003.1, pax, "ustar Interchange Format"; sizes of 8 GiB and more as GNU tar writes them.
struct TarHeader {
    static let length = 512

    let name: String
    let size: Int
    let type: UInt8

    /// Reads a block; `nil` when it is no header.
    init?(_ block: ArraySlice<UInt8>) {
        guard block.count == Self.length else { return nil }
        let block = Array(block)
        guard Self.number(block[148..<156]) == Self.checksum(of: block), let size = Self.number(block[124..<136]),
            size <= Self.greatestSize
        else { return nil }
        self.size = size
        type = block[156]
        let isUstar = block[257..<262].elementsEqual("ustar".utf8)
        let prefix = isUstar && block[262] == 0 ? Self.text(block[345..<500]) : ""
        name = (prefix.isEmpty ? "" : prefix + "/") + Self.text(block[0..<100])
    }

    /// Far more than any model; sums of it and an offset stay within an `Int`.
    private static let greatestSize = 1 << 48

    /// The sum of the header's bytes, those of the checksum itself as spaces.
    private static func checksum(of block: [UInt8]) -> Int {
        block.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 0x20 : Int(block[$1])) }
    }

    /// An octal number between spaces and zero bytes, or, with the uppermost bit set, a number in base 256.
    static func number(_ field: ArraySlice<UInt8>) -> Int? {
        guard let first = field.first else { return nil }
        if first & 0x80 != 0 {
            var value = Int(first & 0x3F)
            for byte in field.dropFirst() {
                guard value < 1 << 52 else { return nil }
                value = value << 8 | Int(byte)
            }
            return value
        }
        let isPadding: (UInt8) -> Bool = { $0 == 0 || $0 == 0x20 }
        let digits = field.drop(while: isPadding).prefix { !isPadding($0) }
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
    }

    /// The text before the first zero byte.
    static func text(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }
}
