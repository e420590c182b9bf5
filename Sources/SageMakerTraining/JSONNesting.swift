/// Follows brackets and quotes through the bytes of a JSON text, to know where a value ends; whether it is JSON is for
/// the parser to say.
struct JSONNesting {
    /// How many brackets are open.
    private(set) var depth = 0
    private var isInString = false
    private var isEscaped = false

    mutating func take(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
            return
        }
        switch byte {
        case UInt8(ascii: "\\") where isInString: isEscaped = true
        case UInt8(ascii: "\""): isInString.toggle()
        case UInt8(ascii: "{") where !isInString, UInt8(ascii: "[") where !isInString: depth += 1
        case UInt8(ascii: "}") where !isInString, UInt8(ascii: "]") where !isInString: depth -= 1
        default: break
        }
    }

    /// Cuts a line that holds several objects, as it does where files without a last line end were joined.
    static func objects(in line: ArraySlice<UInt8>) -> [Range<Int>] {
        var nesting = JSONNesting()
        var cuts = [line.startIndex]
        var isBehindObject = false
        for index in line.indices {
            let byte = line[index]
            if isBehindObject, byte == UInt8(ascii: "{") { cuts.append(index) }
            nesting.take(byte)
            if byte > 0x20 { isBehindObject = nesting.depth == 0 && byte == UInt8(ascii: "}") }
        }
        cuts.append(line.endIndex)
        return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
    }
}
