import Gzip
import Testing

struct InflaterTests {
    /// `printf 'hello, hello, hello\n' | gzip -9n` of GNU gzip.
    static let hello: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xD7, 0x51, 0xC8,
        0x40, 0xA2, 0xB8, 0x00, 0xE7, 0x42, 0x6E, 0x52, 0x14, 0x00, 0x00, 0x00,
    ]
    static let text = Array("hello, hello, hello\n".utf8)

    @Test func unpacksWhatGNUGzipPacked() throws {
        #expect(try Inflater.inflate(Self.hello) == Self.text)
    }

    @Test func unpacksMembersOneAfterAnother() throws {
        #expect(try Inflater.inflate(Self.hello + Self.hello) == Self.text + Self.text)
    }

    @Test func passesOverZeroBytesAtTheEnd() throws {
        #expect(try Inflater.inflate(Self.hello + [0, 0, 0]) == Self.text)
    }

    @Test(arguments: [1, 2, 5, 29])
    func chunksGiveTheSameBytes(size: Int) throws {
        let packed = Self.hello + Self.hello
        var inflater = Inflater()
        var output: [UInt8] = []
        for begin in stride(from: 0, to: packed.count, by: size) {
            try inflater.append(packed[begin..<min(begin + size, packed.count)], to: &output)
        }
        try inflater.finish()
        #expect(output == Self.text + Self.text)
    }

    @Test func everyCutIsReported() {
        for length in 0..<Self.hello.count {
            let error = #expect(throws: GzipError.self) { try Inflater.inflate(Array(Self.hello.prefix(length))) }
            #expect(error == GzipError(.truncated, byte: length))
        }
    }

    @Test func everyAlteredPayloadByteIsReported() {
        for index in 10..<Self.hello.count {
            var bytes = Self.hello
            bytes[index] ^= 0x55
            #expect(throws: GzipError.self, "byte \(index)") { try Inflater.inflate(bytes) }
        }
    }

    @Test func bombIsStoppedAtTheLimit() throws {
        let packed = try Deflater.deflate([UInt8](repeating: 0, count: 5_000_000))
        let error = #expect(throws: GzipError.self) {
            try Inflater.inflate(packed, limits: Inflater.Limits(outputBytes: 1_000_000))
        }
        #expect(error?.kind == .outputTooLong(limit: 1_000_000))
    }

    @Test(arguments: [
        (
            GzipError(.corrupt("incorrect data check"), byte: 26),
            "gzip, byte 26: incorrect data check; the file is damaged, pack or copy it again"
        ),
        (GzipError(.truncated, byte: 5), "gzip, byte 5: the stream ends too early; copy the file again"),
        (GzipError(.outputTooLong(limit: 9), byte: 7), "gzip, byte 7: unpacks to more than 9 bytes; split the file"),
        (GzipError(.outOfMemory, byte: 0), "gzip: not enough memory"),
    ])
    func messagesSayWhereAndWhatToDo(error: GzipError, message: String) {
        #expect(error.description == message)
    }

    @Test func damageIsNamed() {
        var bytes = Self.hello
        bytes[22] ^= 1
        let error = #expect(throws: GzipError.self) { try Inflater.inflate(bytes) }
        #expect(error?.kind == .corrupt("incorrect data check"))
        let other = #expect(throws: GzipError.self) { try Inflater.inflate(Self.hello + [1, 2, 3]) }
        #expect(other?.kind == .corrupt("incorrect header check"))
        let tail = #expect(throws: GzipError.self) { try Inflater.inflate(Self.hello + [0, 2, 3]) }
        #expect(tail == GzipError(.corrupt("bytes after the last member"), byte: 31))
    }

    @Test func magicTellsGzip() {
        #expect(GzipFormat.matches(Self.hello))
        #expect(!GzipFormat.matches([0x1F]))
        #expect(!GzipFormat.matches(Array("text".utf8)))
    }
}
