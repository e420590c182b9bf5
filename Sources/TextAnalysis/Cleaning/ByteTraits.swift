/// Which of the bytes that cleaning steps look for a text holds; one scan that saves most steps on most messages.
struct ByteTraits: OptionSet, Equatable {
    let rawValue: UInt8

    static let lineFeed = ByteTraits(rawValue: 1)
    /// `<` or `&`.
    static let markup = ByteTraits(rawValue: 2)
    static let equalsSign = ByteTraits(rawValue: 4)
    /// `@`, a digit or `/`.
    static let entity = ByteTraits(rawValue: 8)
    /// A carriage return or other control byte, or a lead byte of marks, spaces, dashes and quotes beyond ASCII.
    static let irregular = ByteTraits(rawValue: 16)
    /// Two letters `w` or `W` side by side, for addresses that begin with `www`.
    static let doubleW = ByteTraits(rawValue: 32)

    /// The traits of a text.
    init(of text: borrowing Span<UInt8>) {
        let table = Self.table.span
        var traits: UInt8 = 0
        for index in text.indices { traits |= table[Int(text[index])] }
        self.init(rawValue: traits)
        // Half of all English messages have a `w`.
        if contains(.doubleW), !Self.hasDoubleW(text) { remove(.doubleW) }
    }

    private static func hasDoubleW(_ text: borrowing Span<UInt8>) -> Bool {
        let letter = UInt8(ascii: "w")
        for index in text.indices.dropFirst() where text[index] | 0x20 == letter && text[index - 1] | 0x20 == letter {
            return true
        }
        return false
    }

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    private static let table: [UInt8] = (0...255).map { (byte: UInt8) -> UInt8 in
        switch byte {
        case 0x0A: lineFeed.rawValue
        case 0x09: 0
        case 0..<0x20, 0x60, 0x7F: irregular.rawValue
        case UInt8(ascii: "<"), UInt8(ascii: "&"): markup.rawValue
        case UInt8(ascii: "="): equalsSign.rawValue
        case UInt8(ascii: "@"), UInt8(ascii: "/"), 0x30...0x39: entity.rawValue
        case UInt8(ascii: "w"), UInt8(ascii: "W"): doubleW.rawValue
        case 0xC2, 0xCA, 0xCC, 0xCD, 0xE2, 0xE3, 0xEF: irregular.rawValue
        default: 0
        }
    }
}
