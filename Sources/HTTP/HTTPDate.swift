/// A moment in the form of the Date field, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 section 5.6.7).
public struct HTTPDate: Equatable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, not negative.
    public let secondsSinceEpoch: Int
    private let text: [UInt8]

    /// Formats a moment; seconds before 1970 count as 1970.
    public init(secondsSinceEpoch: Int) {
        self.secondsSinceEpoch = secondsSinceEpoch
        text = Self.format(max(0, secondsSinceEpoch))
    }

    /// Appends the 29 bytes of the date.
    func append(to buffer: inout [UInt8]) {
        buffer.append(contentsOf: text)
    }

    private static func format(_ seconds: Int) -> [UInt8] {
        let days = seconds / 86_400
        let time = seconds % 86_400
        let (year, month, day) = civil(days)
        var text: [UInt8] = []
        text.reserveCapacity(29)
        // 1970-01-01 was a Thursday.
        text.append(name(of: (days + 4) % 7, in: "SunMonTueWedThuFriSat"))
        text.append(", ")
        text.append(twoDigits: day)
        text.append(" ")
        text.append(name(of: month - 1, in: "JanFebMarAprMayJunJulAugSepOctNovDec"))
        text.append(" ")
        text.append(decimal: year)
        text.append(" ")
        text.append(twoDigits: time / 3_600)
        text.append(":")
        text.append(twoDigits: time / 60 % 60)
        text.append(":")
        text.append(twoDigits: time % 60)
        text.append(" GMT")
        return text
    }

    /// The Gregorian date of a day counted from 1970-01-01; years begin in March inside, so that leap days come last.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func name(of index: Int, in names: String) -> ArraySlice<UInt8> {
        Array(names.utf8)[(index * 3)..<(index * 3 + 3)]
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ name: ArraySlice<UInt8>) {
        append(contentsOf: name)
    }

    fileprivate mutating func append(twoDigits value: Int) {
        append(UInt8(ascii: "0") + UInt8(value / 10 % 10))
        append(UInt8(ascii: "0") + UInt8(value % 10))
    }
}
