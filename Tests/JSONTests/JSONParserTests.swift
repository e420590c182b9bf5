import JSON
import Testing

struct JSONParserTests {
    @Test(
        arguments: [
            ("null", JSONValue.null),
            (" true\r\n", true),
            ("false", false),
            ("\u{FEFF}0", 0),
            ("[]", []),
            ("{ }", [:]),
            ("[ 1 , 2 ]", [1, 2]),
            (#"{"b":1,"a":[true,null,{"c":"d"}]}"#, ["b": 1, "a": [true, nil, ["c": "d"]]]),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u00e7\u00E3o""#, "ção"),
            (#""\ud83d\ude00""#, "😀"),
            (#""não 😀""#, "não 😀"),
            (#""\u0000""#, "\0"),
        ] as [(String, JSONValue)]
    )
    func validTextIsRead(text: String, expected: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == expected)
    }

    @Test(arguments: [
        (#""\ud800""#, "\u{FFFD}"),
        (#""\udc00x""#, "\u{FFFD}x"),
        (#""\ud800\ud800""#, "\u{FFFD}\u{FFFD}"),
        (#""\ud800\n""#, "\u{FFFD}\n"),
        (#""\ud800\u0041""#, "\u{FFFD}A"),
        (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    ])
    func surrogateWithoutPartnerBecomesReplacement(text: String, expected: String) throws {
        #expect(try JSONValue(parsing: text).stringValue == expected)
    }

    @Test(arguments: [
        (#"{"instances":[}"#, #"JSON line 1, column 15 (byte 14): expected a value, found "}""#),
        ("", "JSON line 1, column 1 (byte 0): expected a value, found the end of the text"),
        ("[1,]", "JSON line 1, column 4 (byte 3): expected a value, found \"]\""),
        ("nul", "JSON line 1, column 1 (byte 0): expected a value, found \"n\""),
        ("NaN", "JSON line 1, column 1 (byte 0): expected a value, found \"N\""),
        ("{a:1}", "JSON line 1, column 2 (byte 1): expected a key in double quotes, found \"a\""),
        ("{\"a\":1,}", "JSON line 1, column 8 (byte 7): expected a key in double quotes, found \"}\""),
        ("{\"a\" 1}", "JSON line 1, column 6 (byte 5): expected \":\" after the key, found \"1\""),
        ("{\"é\"\n 1}", "JSON line 2, column 2 (byte 7): expected \":\" after the key, found \"1\""),
        ("[1 2]", "JSON line 1, column 4 (byte 3): expected \",\" or \"]\", found \"2\""),
        ("{\"a\":1", "JSON line 1, column 7 (byte 6): expected \",\" or \"}\", found the end of the text"),
        (
            "1\n\"",
            "JSON line 2, column 1 (byte 2): expected the end of the text after the value, found a double quote"
        ),
        ("01", "JSON line 1, column 1 (byte 0): this is not a number of JSON's grammar; write it like -12.5e3"),
        ("\"a", "JSON line 1, column 1 (byte 0): the string that starts here has no closing double quote"),
        (
            "\"a\u{1}\"",
            "JSON line 1, column 3 (byte 2): control character byte 0x01 inside a string; write it as an escape such as \\n"
        ),
        (
            "\"\\x\"",
            "JSON line 1, column 3 (byte 2): a backslash must be followed by one of \"\\/bfnrt or u and 4 hex digits, "
                + "found \"x\""
        ),
        (
            "{\"a\":1,\"a\":2}",
            "JSON line 1, column 8 (byte 7): the key \"a\" stands twice in one object; keep one"
        ),
    ])
    func errorSaysWhatAndWhere(text: String, message: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
        #expect(error?.description == message)
    }

    @Test(arguments: ["-", "+1", ".5", "1.", "1.e3", "1e", "1e+", "--1", "1.2.3", "0x10", "1-2", "-a"])
    func malformedNumberIsRefused(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    @Test(
        arguments: [
            ([0x22, 0xC3, 0x22], 1), ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0x5C, 0x6E, 0x61, 0x80, 0x22], 4),
        ] as [([UInt8], Int)]
    )
    func invalidUTF8NamesTheByte(bytes: [UInt8], offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error?.kind == .invalidUTF8)
        #expect(error?.offset == offset)
    }

    @Test(arguments: [[0xFF, 0xFE, 0x31, 0], [0xFE, 0xFF, 0, 0x31], [0, 0, 0xFE, 0xFF]] as [[UInt8]])
    func widerEncodingIsNamed(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error?.reason == "the text is UTF-16 or UTF-32; send it as UTF-8")
    }

    @Test func depthHasALimit() throws {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(try JSONValue(parsing: nested(128)).arrayValue?.count == 1)
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(129)) }
        #expect(error?.reason == "arrays and objects may stand at most 128 deep in one another")
        #expect(throws: JSONError.self) {
            try JSONValue(parsing: String(repeating: "{\"a\":", count: 100_000))
        }
    }

    @Test func valuesAndNumbersHaveLimits() {
        var limits = JSONLimits()
        limits.values = 3
        limits.numberBytes = 4
        #expect(throws: Never.self) { try JSONValue(parsing: "[1,2]", limits: limits) }
        let tooMany = #expect(throws: JSONError.self) { try JSONValue(parsing: "[1,2,3]", limits: limits) }
        #expect(tooMany?.reason == "a document may hold at most 3 values")
        let tooLong = #expect(throws: JSONError.self) { try JSONValue(parsing: "12345", limits: limits) }
        #expect(tooLong?.reason == "a number may be at most 4 bytes long")
    }

    @Test func rangeOfALongerTextIsRead() throws {
        let bytes = Array("xx[1]yy".utf8)
        var parser = JSONParser(bytes, in: 2..<5)
        #expect(try parser.parse() == [1])
        var pastTheEnd = JSONParser(bytes, in: 5..<99)
        #expect(throws: JSONError.self) { try pastTheEnd.parse() }
    }

    @Test func duplicateKeyIsFoundAmongMany() {
        let members = (0..<40).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: "{\(members),\"k7\":1}") }
        #expect(error?.kind == .duplicateKey("k7"))
    }
}
