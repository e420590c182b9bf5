/// Decides what a number in a message is, by its length, its groups and its check digits.
struct NumberMask {
    /// What stands before the number.
    enum Context {
        case none
        case currency
        case order
    }

    var mask: Mask
    /// The number of groups that it takes.
    var groupCount: Int

    /// The mask for as many of the groups as make a known number, or else for those without spaces between.
    init(_ groups: NumberGroups, in text: borrowing Span<UInt8>, context: Context) {
        var found: (Mask, Int)?
        if context == .currency {
            found = (.amount, groups.countWithoutSpaces)
        } else if !groups.isShortNumber {
            for count in stride(from: groups.groups.count, through: 1, by: -1) {
                guard Self.isPlausible(groups.digitCount(ofFirst: count), groups: count),
                    let digits = groups.digits(ofFirst: count, in: text)
                else { continue }
                found = Self.known(digits, groups, count, text).map { ($0, count) }
                if found != nil { break }
            }
        }
        (mask, groupCount) = found ?? (context == .order ? .order : .number, groups.countWithoutSpaces)
    }

    /// A cheap test that spares the others on long rows of small numbers.
    private static func isPlausible(_ digitCount: Int, groups count: Int) -> Bool {
        switch count {
        case 1...3: true
        case 4...6: (8...20).contains(digitCount)
        default: digitCount == 44
        }
    }

    private static func known(
        _ digits: [UInt8],
        _ groups: NumberGroups,
        _ count: Int,
        _ text: borrowing Span<UInt8>
    ) -> Mask? {
        if groups.hasPlus { return (8...15).contains(digits.count) ? .phone : nil }
        let lengths = groups.groups.prefix(count).map(\.range.count)
        let separators = groups.groups.prefix(count).dropFirst().map(\.separator)
        if groups.hasAreaCode, lengths[0] <= 3, (10...11).contains(digits.count) { return .phone }
        if digits.count == 44 { return .invoiceKey }
        if CheckDigits.isCNPJ(digits) { return .cnpj }
        if CheckDigits.isCPF(digits) { return .cpf }
        if count == 1 || lengths.dropLast().allSatisfy({ $0 >= 4 }), CheckDigits.isCard(digits) { return .card }
        if isDate(lengths, separators) { return .date }
        if isPostalCode(lengths, separators) { return .postalCode }
        return isPhone(digits, lengths, separators) ? .phone : nil
    }

    private static func isDate(_ lengths: [Int], _ separators: [UInt8]) -> Bool {
        guard let first = separators.first, separators.allSatisfy({ $0 == first }) else { return false }
        switch lengths.count {
        case 2: return first == UInt8(ascii: "/") && lengths[0] <= 2 && lengths[1] <= 2
        case 3:
            guard first == UInt8(ascii: "/") || first == UInt8(ascii: "-") || first == UInt8(ascii: ".") else {
                return false
            }
            let dayFirst = lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 2 || lengths[2] == 4)
            return dayFirst || (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2)
        default: return false
        }
    }

    private static func isPostalCode(_ lengths: [Int], _ separators: [UInt8]) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return (lengths == [5, 3] && separators == [hyphen])
            || (lengths == [2, 3, 3] && separators == [UInt8(ascii: "."), hyphen])
    }

    /// Eight or nine digits in two groups, or ten or eleven with the area code; in Spain nine in groups.
    private static func isPhone(_ digits: [UInt8], _ lengths: [Int], _ separators: [UInt8]) -> Bool {
        guard separators.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) else {
            return false
        }
        switch lengths {
        case [4, 4], [5, 4]: return separators == [UInt8(ascii: "-")]
        case [2, 4, 4], [2, 5, 4], [2, 8], [2, 9], [2, 1, 4, 4]: return digits[0] > 0
        case [3, 3, 3], [3, 2, 2, 2]: return (6...9).contains(digits[0])
        case [3, 3, 4]: return digits[0] > 1
        case [11]: return digits[0] > 0 && digits[1] > 0 && digits[2] == 9
        default: return false
        }
    }
}
