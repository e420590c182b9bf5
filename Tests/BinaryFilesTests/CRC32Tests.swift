import BinaryFiles
import Testing

struct CRC32Tests {
    /// The check value of ISO 3309's polynomial.
    @Test func theCheckValueIsRight() {
        #expect(CRC32.checksum(of: Array("123456789".utf8).span) == 0xCBF4_3926)
        #expect(CRC32.checksum(of: [UInt8]().span, after: 7) == 7)
    }

    @Test func partsGiveTheChecksumOfTheWhole() {
        let first = CRC32.checksum(of: Array("1234".utf8).span)
        #expect(CRC32.checksum(of: Array("56789".utf8).span, after: first) == 0xCBF4_3926)
    }

    @Test func numbersAreWrittenLowestByteFirst() {
        var bytes: [UInt8] = []
        bytes.appendLittleEndian(UInt32(0x0102_0304))
        bytes.appendLittleEndian(UInt64(5))
        bytes.appendLittleEndian(Int16(-2))
        #expect(bytes == [4, 3, 2, 1, 5, 0, 0, 0, 0, 0, 0, 0, 0xFE, 0xFF])
    }
}
