import CSV
import Testing

struct CSVErrorTests {
    @Test(arguments: [
        ("\"a\"x,b", "CSV line 1, byte 3: text after a closing quote; double each quote inside a quoted field"),
        ("a,b\n\"x\ny\" ,z", "CSV line 3, byte 9: text after a closing quote; double each quote inside a quoted field"),
        (
            "a,b\nc,\"d\ne\n",
            "CSV line 2, byte 6: the quote that opens here is never closed; close it, or double each quote inside a quoted field"
        ),
        ("a,b,c,d,e", "CSV line 1: more than 4 fields; check the delimiter"),
        ("a,b\n12345678901", "CSV line 2: a field is longer than 10 bytes; look for a quote that is not closed"),
    ])
    func malformedTextIsReported(text: String, message: String) {
        let limits = CSVLimits(fieldBytes: 10, fieldsPerRecord: 4)
        for size in [1, 4, 1000] {
            let error = #expect(throws: CSVError.self) { try readAll(text, size: size, limits: limits) }
            #expect(error?.description == message)
        }
    }

    @Test(arguments: [
        ("a,b\nc,d,e", "CSV line 2: found 3 fields, but the header has 2; quote fields that contain a comma"),
        ("a,b\nc", "CSV line 2: found 1 field, but the header has 2; quote fields that contain a line end"),
    ])
    func fieldCountIsReported(text: String, message: String) throws {
        var reader = CSVReader(bytes: Array(text.utf8))
        let header = try #require(try reader.nextRecord())
        let record = try #require(try reader.nextRecord())
        let error = #expect(throws: CSVError.self) { try record.requireCount(header.count) }
        #expect(error?.description == message)
    }

    @Test(arguments: [(";", "semicolon"), ("\t", "tab"), ("|", "delimiter")])
    func delimiterIsNamed(delimiter: String, name: String) throws {
        let dialect = CSVDialect(delimiter: Array(delimiter.utf8)[0])
        var reader = CSVReader(bytes: Array("a\(delimiter)b".utf8), dialect: dialect)
        let record = try #require(try reader.nextRecord())
        let error = #expect(throws: CSVError.self) { try record.requireCount(1) }
        #expect(
            error?.description
                == "CSV line 1: found 2 fields, but the header has 1; quote fields that contain a \(name)"
        )
    }

    static let invalid: [(bytes: [UInt8], message: String)] = [
        (Array("a,b\nc,x".utf8) + [0xE7], "CSV line 2, byte 7: field 2 is not UTF-8; save the text as UTF-8"),
        (
            Array("\"\"\"q\"\"\nz".utf8) + [0xFF, UInt8(ascii: "\"")],
            "CSV line 2, byte 8: field 1 is not UTF-8; save the text as UTF-8"
        ),
    ]

    @Test(arguments: invalid)
    func invalidUTF8IsReportedWithItsByte(bytes: [UInt8], message: String) {
        var reader = CSVReader(bytes: bytes)
        let error = #expect(throws: CSVError.self) {
            while let record = try reader.nextRecord() { _ = try record.strings() }
        }
        #expect(error?.description == message)
    }

    @Test func errorStays() {
        var reader = CSVReader(bytes: Array("\"a\"x\nb".utf8))
        #expect(throws: CSVError.self) { try reader.nextRecord() }
        #expect(throws: CSVError.self) { try reader.nextRecord() }
    }

    private func readAll(_ text: String, size: Int, limits: CSVLimits) throws {
        let bytes = Array(text.utf8)
        var reader = CSVReader(limits: limits)
        for begin in stride(from: 0, to: bytes.count, by: size) {
            reader.feed(Array(bytes[begin..<min(begin + size, bytes.count)]))
            while try reader.nextRecord() != nil {}
        }
        reader.finish()
        while try reader.nextRecord() != nil {}
    }
}
