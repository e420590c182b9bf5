/// Finds where the elements of a JSON array lie, by brackets and quotes alone; whether an element is JSON is for the
/// parser to say.
struct JSONArrayElements {
    /// One element, with the white space behind it.
    struct Element: Equatable {
        let range: Range<Int>
        /// The line on which the range begins, counted from 1.
        let line: Int
    }

    private let bytes: [UInt8]
    private let isConcatenated: Bool
    private var position: Int
    private var line = 1
    private var isAtEnd = false

    /// Prepares to walk the array that `bytes` hold, or the arrays of joined files; white space and a byte order mark
    /// may come before it.
    init(_ bytes: [UInt8], isConcatenated: Bool = false) {
        self.bytes = bytes
        self.isConcatenated = isConcatenated
        let bracket = bytes.firstIndex(of: UInt8(ascii: "[")) ?? bytes.count
        line += bytes[..<bracket].count { $0 == UInt8(ascii: "\n") }
        position = min(bracket + 1, bytes.count)
    }

    /// The next element; `nil` after the closing bracket.
    ///
    /// - Throws: `TrainingError` when an element is missing, the array is not closed, or other bytes come after it.
    mutating func next() throws(TrainingError) -> Element? {
        while !isAtEnd {
            let isFirst = bytes[..<position].last == UInt8(ascii: "[")
            skipSpace()
            let begin = position
            let beginLine = line
            let end = try endOfElement()
            position = end + 1
            let isLast = bytes[end] == UInt8(ascii: "]")
            if isLast { try endArray() }
            if begin < end { return Element(range: begin..<end, line: beginLine) }
            guard isLast, isFirst else {
                throw TrainingError(
                    .malformed("JSON line \(beginLine), byte \(end): no value here; take the comma out")
                )
            }
        }
        return nil
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    /// The offset of the comma or closing bracket that ends the element.
    private mutating func endOfElement() throws(TrainingError) -> Int {
        var depth = 0
        var inString = false
        var index = position
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: "\\") where inString: index += 1
            case UInt8(ascii: "\""): inString.toggle()
            case UInt8(ascii: "{") where !inString, UInt8(ascii: "[") where !inString: depth += 1
            case UInt8(ascii: ",") where !inString && depth == 0, UInt8(ascii: "]") where !inString && depth == 0:
                return index
            case UInt8(ascii: "}") where !inString, UInt8(ascii: "]") where !inString: depth -= 1
            default: break
            }
            index += 1
        }
        throw TrainingError(.malformed("JSON line \(line): the array is not closed; copy the file again"))
    }

    private mutating func endArray() throws(TrainingError) {
        skipSpace()
        isAtEnd = position == bytes.count
        if isAtEnd { return }
        guard isConcatenated, bytes[position] == UInt8(ascii: "[") else {
            throw TrainingError(.malformed("JSON line \(line), byte \(position): text after the end of the array"))
        }
        position += 1
    }
}
