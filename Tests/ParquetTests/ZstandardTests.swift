import Testing

@testable import Parquet

struct ZstandardTests {
    /// One frame (RFC 8878) of a raw block: "bom dia".
    private let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x20, 0x07, 0x39, 0x00, 0x00] + Array("bom dia".utf8)

    @Test func framesAreUnpacked() throws {
        #expect(try Zstandard.unpacked(frame[...], count: 7) == Array("bom dia".utf8))
        #expect(try Zstandard.unpacked((frame + frame)[...], count: 14) == Array("bom diabom dia".utf8))
        #expect(try Zstandard.unpacked([], count: 0) == [])
    }

    @Test(arguments: [6, 8, 7 * 32_768, .max])
    func anotherLengthIsAnError(count: Int) {
        #expect(throws: ParquetError.self) { try Zstandard.unpacked(frame[...], count: count) }
    }

    @Test func whatIsCutShortOrNoFrameIsAnError() {
        for length in 1..<frame.count {
            #expect(throws: ParquetError.self) { try Zstandard.unpacked(frame.prefix(length), count: 7) }
        }
        let error = #expect(throws: ParquetError.self) { try Zstandard.unpacked(Array("bom dia".utf8)[...], count: 7) }
        #expect(error?.description.contains("Zstandard page") == true)
    }
}
