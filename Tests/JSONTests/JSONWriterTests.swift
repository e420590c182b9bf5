import JSON
import Testing

struct JSONWriterTests {
    @Test func writerSetsCommasByItself() {
        var writer = JSONWriter(appendingTo: Array("> ".utf8))
        writer.beginObject()
        writer.key("a")
        writer.beginArray()
        writer.int(1)
        writer.null()
        writer.beginArray()
        writer.endArray()
        writer.bool(true)
        writer.endArray()
        writer.key("b")
        writer.string("x")
        writer.endObject()
        writer.newline()
        writer.double(0.5)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "> {\"a\":[1,null,[],true],\"b\":\"x\"}\n0.5")
    }

    @Test(arguments: [
        ("plain ção 😀", "\"plain ção 😀\""),
        ("\"\\/", #""\"\\/""#),
        ("\n\r\t\u{1}\u{1F}\0", #""\n\r\t\u0001\u001f\u0000""#),
        ("\u{7F}\u{2028}", "\"\u{7F}\u{2028}\""),
    ])
    func onlyWhatMustBeIsEscaped(text: String, expected: String) {
        #expect(JSONValue.string(text).description == expected)
    }

    @Test(
        arguments: [
            (0.1, "0.1"), (1, "1.0"), (1e21, "1e+21"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "null"),
            (.infinity, "null"),
            (-0.0, "-0.0"),
        ] as [(Double, String)]
    )
    func doubleIsTheShortestThatReadsBack(value: Double, expected: String) throws {
        var writer = JSONWriter()
        writer.double(value)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
        #expect(JSONValue(value).description == expected)
        #expect(try JSONValue(parsing: writer.bytes).doubleValue == (value.isFinite ? value : nil))
    }

    @Test func floatKeepsItsOwnShortForm() {
        var writer = JSONWriter()
        writer.float(0.1)
        writer.newline()
        writer.float(.nan)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "0.1\nnull")
    }

    @Test func valuesMayBeEncodedBefore() {
        var writer = JSONWriter()
        writer.beginArray()
        writer.value(encoded: JSONValue.string("a\"").serialized().span)
        writer.value(encoded: Array("[1]".utf8).span)
        writer.endArray()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"["a\"",[1]]"#)
    }

    /// Each byte of one's own at each place, since eight are looked at together.
    @Test(arguments: 0..<20)
    func bytesToEscapeAreFoundAtAnyPlace(place: Int) throws {
        for scalar in (0..<0x180).compactMap(Unicode.Scalar.init) {
            for neighbour in ["a", " ", "!", "é", "\u{7F}", "\u{10FFFF}"] {
                let text =
                    String(repeating: neighbour, count: place) + String(scalar)
                    + String(repeating: neighbour, count: 19 - place)
                let encoded = JSONValue.string(text).description
                #expect(encoded.utf8.count == text.utf8.count + 2 + extraBytes(scalar), "U+\(scalar.value)")
                #expect(try JSONValue(parsing: encoded) == .string(text))
                if scalar.value < 0x20 {
                    #expect(throws: JSONError.self) { try JSONValue(parsing: "\"" + text + "\"") }
                }
            }
        }
    }

    private func extraBytes(_ scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "\"", "\\", "\n", "\r", "\t": 1
        case "\0"..<" ": 5
        default: 0
        }
    }
}
