import Testing

@testable import Parquet

struct SnappyTests {
    @Test(
        arguments: [
            ([0], ""),
            ([3, 0x08, 0x61, 0x62, 0x63], "abc"),
            // A literal "ab" and a copy of 6 bytes from 2 bytes back, which repeats itself.
            ([8, 0x04, 0x61, 0x62, 0x09, 0x02], "abababab"),
            // The same copy with an offset of two and of four bytes.
            ([8, 0x04, 0x61, 0x62, 0x16, 0x02, 0x00], "abababab"),
            ([8, 0x04, 0x61, 0x62, 0x17, 0x02, 0x00, 0x00, 0x00], "abababab"),
            // The length of the literal in a byte of its own.
            ([3, 0xF0, 0x02, 0x61, 0x62, 0x63], "abc"),
        ] as [([UInt8], String)]
    )
    func blockIsUnpacked(block: [UInt8], text: String) throws {
        #expect(try Snappy.unpacked(block[...], count: text.utf8.count) == Array(text.utf8))
    }

    @Test(
        arguments: [
            ([4, 0x08, 0x61, 0x62, 0x63], 3, "a Snappy block has another length"),
            ([4, 0x08, 0x61, 0x62, 0x63], 4, "a Snappy block is too short"),
            ([2, 0x08, 0x61, 0x62, 0x63], 2, "a Snappy block is too long"),
            ([8, 0x04, 0x61, 0x62, 0x09, 0x03], 8, "a Snappy block refers to bytes before its beginning"),
            ([8, 0x04, 0x61, 0x62, 0x09, 0x00], 8, "a Snappy block refers to bytes before its beginning"),
            ([3, 0x08, 0x61], 3, "the data ends too early"),
        ] as [([UInt8], Int, String)]
    )
    func damageIsReported(block: [UInt8], count: Int, reason: String) {
        #expect(throws: ParquetError(.malformed(reason))) { try Snappy.unpacked(block[...], count: count) }
    }
}

struct HybridRunsTests {
    @Test(
        arguments: [
            // A run of eight threes; a packed group with the numbers 0 to 7 (the example of Encodings.md).
            ([0x10, 0x03], 3, [3, 3, 3, 3, 3, 3, 3, 3]),
            ([0x03, 0x88, 0xC6, 0xFA], 3, [0, 1, 2, 3, 4, 5, 6, 7]),
            ([0x04, 0x01, 0x03, 0x88, 0xC6, 0xFA], 3, [1, 1, 0, 1, 2, 3]),
            ([0x06, 0x34, 0x12], 16, [0x1234, 0x1234, 0x1234]),
            ([0x08], 0, [0, 0, 0, 0]),
        ] as [([UInt8], Int, [Int])]
    )
    func numbersAreRead(bytes: [UInt8], bits: Int, numbers: [Int]) throws {
        #expect(try HybridRuns.numbers(bytes[...], bits: bits, count: numbers.count) == numbers)
    }

    @Test(
        arguments: [
            ([0x10], 3, "the data ends too early"), ([0x00, 0x01], 3, "a run is empty"),
            ([0x03, 0x88], 3, "the data ends too early"), ([0x10, 0x03], 33, "numbers of 33 bits"),
        ] as [([UInt8], Int, String)]
    )
    func damageIsReported(bytes: [UInt8], bits: Int, reason: String) {
        #expect(throws: ParquetError(.malformed(reason))) {
            try HybridRuns.numbers(bytes[...], bits: bits, count: 8)
        }
    }
}

struct ThriftReaderTests {
    @Test func unknownFieldsArePassedOver() throws {
        // 1: binary "a", 2: list of two booleans, 3: structure, 4: double, 20: zigzag -3, end.
        let bytes: [UInt8] =
            [0x18, 1, 0x61, 0x19, 0x21, 1, 2, 0x1C, 0x15, 2, 0, 0x17] + [UInt8](repeating: 0, count: 8)
            + [0x05, 40, 5, 0]
        var found: Int?
        var reader = ThriftReader(bytes[...])
        try reader.structure { (reader, field, _) throws(ParquetError) in
            guard field == 20 else { return false }
            found = try reader.int()
            return true
        }
        #expect(found == -3)
        #expect(reader.position == bytes.count)
    }

    @Test(arguments: [[0x1F], [0x18, 9, 0x61], [0x19, 0xF5, 0xFF, 0xFF, 0x7F], []] as [[UInt8]])
    func damageIsReported(bytes: [UInt8]) {
        var reader = ThriftReader(bytes[...])
        #expect(throws: ParquetError.self) { try reader.structure { _, _, _ throws(ParquetError) in false } }
    }

    @Test func nestingHasALimit() {
        var reader = ThriftReader([UInt8](repeating: 0x1C, count: 1000)[...])
        #expect(throws: ParquetError(.malformed("the metadata is nested too deeply"))) {
            try reader.structure { _, _, _ throws(ParquetError) in false }
        }
    }
}
