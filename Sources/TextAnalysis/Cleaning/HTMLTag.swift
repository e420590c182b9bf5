/// One tag of an HTML text: its name and where it lies.
struct HTMLTag {
    /// What a tag does to the text around it.
    enum Role {
        case block
        case cell
        case inline
        /// An element whose content is no text.
        case hidden
    }

    private static let nameLimit = 10

    /// The name in lower case, as ASCII letters and digits.
    var name: [UInt8]
    var isClosing: Bool
    /// From `<` to behind `>`.
    var range: Range<Int>

    var role: Role { Self.roles[name] ?? .inline }

    /// Reads the tag that begins at `<`; nil when it is no tag.
    ///
    /// A tag ends at the next `>` and holds no `<`, so all reads of one text together are linear in its length.
    init?(in text: borrowing Span<UInt8>, at start: Int) {
        var index = start + 1
        guard index < text.count else { return nil }
        isClosing = text[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        name = []
        while index < text.count, name.count < Self.nameLimit, Self.isNameByte(text[index], first: name.isEmpty) {
            name.append(text[index] | (text[index] >= 0x41 ? 0x20 : 0))
            index += 1
        }
        guard !name.isEmpty, index < text.count, Self.isEnd(ofName: name, text[index]) else { return nil }
        while index < text.count, text[index] != UInt8(ascii: ">") {
            if text[index] == UInt8(ascii: "<") { return nil }
            index += 1
        }
        guard index < text.count else { return nil }
        range = start..<index + 1
    }

    /// Whether the tag's attributes contain a text, given in lower case.
    func contains(_ needle: String, in text: borrowing Span<UInt8>) -> Bool {
        let needle = Array(needle.utf8)
        guard range.count >= needle.count else { return false }
        for start in range.lowerBound...range.upperBound - needle.count
        where Self.matches(needle, text, at: start) {
            return true
        }
        return false
    }

    private static func matches(_ needle: [UInt8], _ text: borrowing Span<UInt8>, at start: Int) -> Bool {
        for (offset, byte) in needle.enumerated() {
            let other = text[start + offset]
            let lower = other &- 0x41 < 26 ? other | 0x20 : other
            if lower != byte { return false }
        }
        return true
    }

    private static func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || (!first && byte &- 0x30 < 10)
    }

    /// A colon follows the short prefixes of Office (`o:p`), but also the scheme of an address in angle brackets.
    private static func isEnd(ofName name: [UInt8], _ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: " "), 0x09, 0x0A, 0x0D: true
        case UInt8(ascii: ":"): name.count <= 3
        default: false
        }
    }

    private static let roles: [[UInt8]: Role] = {
        var roles: [[UInt8]: Role] = [:]
        let names: [(Role, String)] = [
            (.block, "br p div tr li ul ol table h1 h2 h3 h4 h5 h6 hr blockquote body html pre center section article"),
            (.cell, "td th"),
            (.hidden, "script style head title template"),
        ]
        for (role, list) in names {
            for name in list.split(separator: " ") { roles[Array(name.utf8)] = role }
        }
        return roles
    }()
}
