import Gzip
import Testing

struct DeflaterTests {
    @Test(arguments: [0, 1, 1000, 300_000, 1_200_000])
    func packedBytesUnpackToTheSame(count: Int) throws {
        var state: UInt32 = 12345
        let bytes = (0..<count).map { index -> UInt8 in
            state = state &* 1_664_525 &+ 1_013_904_223
            return index % 3 == 0 ? UInt8(truncatingIfNeeded: state >> 24) : UInt8(ascii: "a")
        }
        #expect(try Inflater.inflate(try Deflater.deflate(bytes)) == bytes)
    }

    @Test func sameBytesGiveTheSameStream() throws {
        let bytes = Array("some text".utf8)
        #expect(try Deflater.deflate(bytes) == Deflater.deflate(bytes))
    }

    @Test func chunksMakeOneStream() throws {
        var deflater = Deflater(level: 9)
        var output: [UInt8] = []
        try deflater.append(Array("one ".utf8), to: &output)
        try deflater.append([], to: &output)
        try deflater.append(Array("two".utf8), to: &output)
        try deflater.finish(to: &output)
        #expect(GzipFormat.matches(output))
        #expect(try Inflater.inflate(output) == Array("one two".utf8))
    }
}
