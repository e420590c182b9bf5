/// Groups of digits that may be one number: `123.456.789-09`, `4111 1111 1111 1111`, `(11) 98765-4321`.
struct NumberGroups {
    /// One group of digits.
    struct Group {
        var range: Range<Int>
        /// The byte between the group before and this one; 0 for the first.
        var separator: UInt8
    }

    /// The invoice key has eleven groups of four when it is printed in groups.
    private static let groupLimit = 11
    /// A group with more digits than this is not joined with others.
    private static let digitLimit = 48

    private(set) var groups: [Group] = []
    /// Whether a plus sign stands before the first digit.
    private(set) var hasPlus = false
    /// Whether the first group is in parentheses.
    private(set) var hasAreaCode = false

    /// Reads the groups that begin at `start`, which holds a digit, `+` or `(`; nil when no digit follows.
    init?(in text: borrowing Span<UInt8>, at start: Int) {
        var index = start
        if text[index] == UInt8(ascii: "+") {
            hasPlus = true
            index += 1
        }
        if index < text.count, text[index] == UInt8(ascii: "(") {
            hasAreaCode = true
            index += 1
        }
        var separator: UInt8 = 0
        while groups.count < Self.groupLimit, let end = Self.endOfDigits(text, index) {
            // Rows of single digits are no number; reading ahead from each of them would take long.
            if separator == 0x20, end == index + 1, groups.count > 1 { break }
            groups.append(Group(range: index..<end, separator: separator))
            guard let next = Self.nextGroup(text, after: end, closesAreaCode: hasAreaCode && groups.count == 1) else {
                break
            }
            (index, separator) = next
        }
        guard !groups.isEmpty else { return nil }
    }

    /// The digits of the first groups, as values; nil when they are too many for any known number.
    func digits(ofFirst count: Int, in text: borrowing Span<UInt8>) -> [UInt8]? {
        var digits: [UInt8] = []
        for group in groups.prefix(count) {
            guard digits.count + group.range.count <= Self.digitLimit else { return nil }
            for index in group.range { digits.append(text[index] &- 0x30) }
        }
        return digits
    }

    /// How many digits the first groups have together.
    func digitCount(ofFirst count: Int) -> Int {
        groups.prefix(count).reduce(0) { $0 + $1.range.count }
    }

    /// Whether this is one group of fewer digits than any known number has: a quantity, a size, a year.
    var isShortNumber: Bool {
        groups.count == 1 && groups[0].range.count < 8
    }

    /// How many groups from the first hang together without a space.
    var countWithoutSpaces: Int {
        1 + groups.dropFirst().prefix { $0.separator != 0x20 }.count
    }

    private static func endOfDigits(_ text: borrowing Span<UInt8>, _ start: Int) -> Int? {
        var index = start
        while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
        // Digits that run on into letters are a code or a quantity (`10kg`), not a group.
        guard index > start, index == text.count || (text[index] | 0x20) &- 0x61 >= 26 else { return nil }
        return index
    }

    private static func nextGroup(
        _ text: borrowing Span<UInt8>,
        after end: Int,
        closesAreaCode: Bool
    ) -> (start: Int, separator: UInt8)? {
        var index = end
        var separator: UInt8 = 0
        if closesAreaCode, index < text.count, text[index] == UInt8(ascii: ")") {
            separator = UInt8(ascii: ")")
            index += 1
            if index < text.count, text[index] == 0x20 { index += 1 }
        } else if index < text.count, isSeparator(text[index]) {
            separator = text[index]
            index += 1
            if index < text.count, separator == 0x20, text[index] == UInt8(ascii: "(") { index += 1 }
            if index < text.count, separator == UInt8(ascii: ")"), text[index] == 0x20 { index += 1 }
        }
        guard separator != 0, index < text.count, text[index] &- 0x30 < 10 else { return nil }
        return (index, separator)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == 0x20
            || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ")")
    }
}
