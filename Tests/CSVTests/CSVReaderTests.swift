import CSV
import Testing

struct CSVReaderTests {
    static let tables: [(text: String, records: [[String]])] = [
        ("", []),
        ("\n\r\n\n", []),
        ("a", [["a"]]),
        ("a\n", [["a"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ("a\n\n\nb\n", [["a"], ["b"]]),
        (",", [["", ""]]),
        (",\n,,", [["", ""], ["", "", ""]]),
        ("\"\"", [[""]]),
        ("\"\"\n\"\"\n", [[""], [""]]),
        ("\"a\",\"b\"", [["a", "b"]]),
        ("\"a,b\",c", [["a,b", "c"]]),
        ("\"a\nb\",c\nd,e", [["a\nb", "c"], ["d", "e"]]),
        ("\"a\r\nb\"\r\nc", [["a\r\nb"], ["c"]]),
        ("\"a \"\"b\"\" c\"", [["a \"b\" c"]]),
        ("\"\"\"\"", [["\""]]),
        ("\"\"\"\"\"\",x", [["\"\"", "x"]]),
        ("5\" screen,b", [["5\" screen", "b"]]),
        (" \"a\" ,b", [[" \"a\" ", "b"]]),
        ("\u{FEFF}text,label\nx,y", [["text", "label"], ["x", "y"]]),
        ("\u{FEFF}\"text\"", [["text"]]),
        ("\u{FEFF}", []),
        ("não,é\n😀,ß", [["não", "é"], ["😀", "ß"]]),
        ("a,\"\"\n\"\",b", [["a", ""], ["", "b"]]),
    ]

    @Test(arguments: tables)
    func wholeTextGivesRecords(text: String, expected: [[String]]) throws {
        var reader = CSVReader(bytes: Array(text.utf8))
        #expect(try records(of: &reader) == expected)
    }

    @Test(arguments: tables, [1, 2, 3, 7])
    func chunksGiveTheSameRecords(table: (text: String, records: [[String]]), size: Int) throws {
        #expect(try recordsInChunks(Array(table.text.utf8), size: size) == table.records)
    }

    @Test func firstBytesOfAByteOrderMarkAreData() throws {
        var reader = CSVReader(bytes: [0xEF, 0xBB, 0x61])
        let record = try #require(try reader.nextRecord())
        #expect(Array(record[0]) == [0xEF, 0xBB, 0x61])
        var short = CSVReader(bytes: [0xEF])
        #expect(try short.nextRecord().map { Array($0[0]) } == [0xEF])
    }

    @Test func recordKnowsItsPlace() throws {
        var reader = CSVReader(bytes: Array("a,b\n\"x\ny\",1\r\n\nc,d".utf8))
        var places: [[Int]] = []
        while let record = try reader.nextRecord() {
            places.append([record.number, record.line, record.byteOffset])
        }
        #expect(places == [[1, 1, 0], [2, 2, 4], [3, 5, 14]])
    }

    @Test func placesDoNotDependOnChunks() throws {
        let bytes = Array("a,b\n\"x\ny\",1\r\n\nc,d".utf8)
        var reader = CSVReader()
        var offsets: [Int] = []
        for byte in bytes {
            reader.feed([byte])
            while let record = try reader.nextRecord() { offsets.append(record.byteOffset) }
        }
        reader.finish()
        while let record = try reader.nextRecord() { offsets.append(record.byteOffset) }
        #expect(offsets == [0, 4, 14])
    }

    @Test func semicolonMayDelimit() throws {
        var reader = CSVReader(bytes: Array("a,b;c".utf8), dialect: CSVDialect(delimiter: UInt8(ascii: ";")))
        #expect(try reader.nextRecord()?.strings() == ["a,b", "c"])
    }

    @Test func blankLinesMayCount() throws {
        var reader = CSVReader(bytes: Array("a\n\nb\n".utf8), dialect: CSVDialect(skipsBlankLines: false))
        #expect(try records(of: &reader) == [["a"], [""], ["b"]])
    }

    @Test func heldRecordKeepsItsContent() throws {
        var reader = CSVReader(bytes: Array("first\nsecond".utf8))
        let first = try #require(try reader.nextRecord())
        _ = try reader.nextRecord()
        #expect(try first.strings() == ["first"])
    }

    @Test func endStaysTheEnd() throws {
        var reader = CSVReader(bytes: Array("a".utf8))
        _ = try reader.nextRecord()
        #expect(try reader.nextRecord() == nil)
        #expect(try reader.nextRecord() == nil)
    }
}

func records(of reader: inout CSVReader) throws -> [[String]] {
    var records: [[String]] = []
    while let record = try reader.nextRecord() { records.append(try record.strings()) }
    return records
}

func recordsInChunks(_ bytes: [UInt8], size: Int) throws -> [[String]] {
    var reader = CSVReader()
    var all: [[String]] = []
    for begin in stride(from: 0, to: bytes.count, by: size) {
        reader.feed(Array(bytes[begin..<min(begin + size, bytes.count)]))
        all += try records(of: &reader)
    }
    reader.finish()
    return try all + records(of: &reader)
}
