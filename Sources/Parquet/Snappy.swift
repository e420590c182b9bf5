/// Unpacks the Snappy format.
///
/// Source: google/snappy, `format_description.txt`.
struct Snappy {
    /// The most bytes that a byte of a block unpacks to: a copy of 64 bytes takes three.
    private static let greatestRatio = 32

    private var output: [UInt8]
    private var position = 0

    private init(count: Int) {
        output = [UInt8](repeating: 0, count: count)
    }

    /// Unpacks a block.
    ///
    /// - Throws: `ParquetError` when the block is damaged or unpacks to another length than `count`.
    static func unpacked(_ block: ArraySlice<UInt8>, count: Int) throws(ParquetError) -> [UInt8] {
        var cursor = ByteCursor(block)
        guard try cursor.size() == count, count / greatestRatio <= block.count else {
            throw ParquetError(.malformed("a Snappy block has another length"))
        }
        var snappy = Snappy(count: count)
        while !cursor.isAtEnd { try snappy.takeElement(&cursor) }
        guard snappy.position == count else { throw ParquetError(.malformed("a Snappy block is too short")) }
        return snappy.output
    }

    private mutating func takeElement(_ cursor: inout ByteCursor) throws(ParquetError) {
        let tag = try cursor.byte()
        switch tag & 3 {
        case 0:
            var length = Int(tag >> 2)
            if length >= 60 { length = Int(try cursor.number(bytes: length - 59)) }
            try append(cursor.take(length + 1))
        case 1:
            let offset = Int(tag >> 5) << 8 | Int(try cursor.byte())
            try copy(4 + Int(tag >> 2 & 7), from: offset)
        case 2: try copy(Int(tag >> 2) + 1, from: Int(try cursor.number(bytes: 2)))
        default: try copy(Int(tag >> 2) + 1, from: Int(try cursor.number(bytes: 4)))
        }
    }

    private mutating func append(_ literal: ArraySlice<UInt8>) throws(ParquetError) {
        try require(literal.count)
        for byte in literal {
            output[position] = byte
            position += 1
        }
    }

    private mutating func copy(_ length: Int, from offset: Int) throws(ParquetError) {
        guard offset > 0, offset <= position else {
            throw ParquetError(.malformed("a Snappy block refers to bytes before its beginning"))
        }
        try require(length)
        // Where the copy overlaps itself it repeats what it has just written.
        for index in position..<position + length { output[index] = output[index - offset] }
        position += length
    }

    private func require(_ room: Int) throws(ParquetError) {
        guard room <= output.count - position else { throw ParquetError(.malformed("a Snappy block is too long")) }
    }
}
