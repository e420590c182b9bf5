import CSV
import Testing

struct CSVWriterTests {
    @Test(arguments: [
        (["a", "b"], "a,b\n"),
        (["a,b", "c"], "\"a,b\",c\n"),
        (["say \"x\""], "\"say \"\"x\"\"\"\n"),
        (["two\nlines", "cr\rhere"], "\"two\nlines\",\"cr\rhere\"\n"),
        ([""], "\"\"\n"),
        (["", ""], ",\n"),
        ([" spaces ", "é"], " spaces ,é\n"),
    ])
    func fieldsAreQuotedWhenNeeded(fields: [String], line: String) {
        var writer = CSVWriter()
        writer.write(record: fields)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == line)
    }

    @Test func delimiterAndLineEndCanBeChosen() {
        var writer = CSVWriter(delimiter: UInt8(ascii: ";"), lineEnd: "\r\n")
        writer.write(record: ["a,b", "c;d"])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,b;\"c;d\"\r\n")
    }

    @Test func takenBytesAreForgotten() {
        var writer = CSVWriter()
        writer.write(record: [""])
        #expect(writer.takeBytes() == Array("\"\"\n".utf8))
        writer.write(record: [""])
        #expect(writer.bytes == Array("\"\"\n".utf8))
    }

    @Test(arguments: UInt64(1)...20)
    func writtenRecordsReadBack(seed: UInt64) throws {
        var random = Xorshift(state: seed)
        let alphabet: [Character] = ["a", ",", "\"", "\n", "\r", " ", "é", "😀", ";"]
        let table = (0..<20).map { _ in
            (0..<Int(random.next() % 4 + 1)).map { _ in
                String((0..<Int(random.next() % 6)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
            }
        }
        var writer = CSVWriter()
        for record in table { writer.write(record: record) }
        let size = Int(random.next() % 9 + 1)
        #expect(try recordsInChunks(writer.bytes, size: size) == table, "seed \(seed)")
    }
}

struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
