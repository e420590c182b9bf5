/// Unpacks the Snappy format.
///
/// Source: google/snappy, `format_description.txt`.
enum Snappy {
    /// Unpacks a block.
    ///
    /// - Throws: `ParquetError` when the block is damaged or unpacks to another length than `count`.
    static func unpacked(_ block: ArraySlice<UInt8>, count: Int) throws(ParquetError) -> [UInt8] {
        var cursor = ByteCursor(block)
        guard try cursor.size() == count else { throw ParquetError(.malformed("a Snappy block has another length")) }
        var output: [UInt8] = []
        // 64 bytes of output take three bytes of input at least.
        output.reserveCapacity(min(count, block.count &* 32))
        while !cursor.isAtEnd {
            let tag = try cursor.byte()
            switch tag & 3 {
            case 0:
                var length = Int(tag >> 2)
                if length >= 60 { length = Int(try cursor.number(bytes: length - 59)) }
                output += try cursor.take(length + 1)
            case 1:
                let offset = Int(tag >> 5) << 8 | Int(try cursor.byte())
                try copy(4 + Int(tag >> 2 & 7), from: offset, in: &output)
            case 2: try copy(Int(tag >> 2) + 1, from: Int(try cursor.number(bytes: 2)), in: &output)
            default: try copy(Int(tag >> 2) + 1, from: Int(try cursor.number(bytes: 4)), in: &output)
            }
            guard output.count <= count else { throw ParquetError(.malformed("a Snappy block is too long")) }
        }
        guard output.count == count else { throw ParquetError(.malformed("a Snappy block is too short")) }
        return output
    }

    private static func copy(_ length: Int, from offset: Int, in output: inout [UInt8]) throws(ParquetError) {
        guard offset > 0, offset <= output.count else {
            throw ParquetError(.malformed("a Snappy block refers to bytes before its beginning"))
        }
        // Where the copy overlaps itself it repeats what it has just written.
        let begin = output.count - offset
        for index in 0..<length { output.append(output[begin + index]) }
    }
}
