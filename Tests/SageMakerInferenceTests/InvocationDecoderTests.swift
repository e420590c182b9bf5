import JSON
import SageMakerInference
import Testing

struct InvocationDecoderTests {
    private func texts(
        _ body: [UInt8],
        _ contentType: String?,
        isBatch: Bool = false
    ) throws -> (texts: [String], shape: Invocation.Shape) {
        let invocation = try InvocationDecoder(isBatch: isBatch).decode(body, contentType: contentType)
        return (try invocation.records.map { try $0.text.get() }, invocation.shape)
    }

    @Test(
        arguments: [
            (#"{"instances":["a",{"text":"b"}]}"#, ["a", "b"], .wrapped),
            (#"{"instances":[{"message":"a"},{"source":"b"},{"inputs":"c"}]}"#, ["a", "b", "c"], .wrapped),
            (#"{"instances":[{"features":["a"]},{"data":{"features":{"values":["b"]}}}]}"#, ["a", "b"], .wrapped),
            (#"{"instances":"a"}"#, ["a"], .wrapped),
            (#"{"instances":[]}"#, [], .wrapped),
            (#"["a","b"]"#, ["a", "b"], .array),
            (#"[{"message":"a","problem":"x"}]"#, ["a"], .array),
            (#"{"inputs":"a"}"#, ["a"], .array),
            (#"{"inputs":["a","b"]}"#, ["a", "b"], .array),
            (#"{"text":"a","inputs":["b"]}"#, ["a"], .single),
            (#"{"message":"a"}"#, ["a"], .single),
            (#""a""#, ["a"], .single),
            (#"{"text":""}"#, [""], .single),
            ("\u{FEFF}[\"ção\"]\r\n", ["ção"], .array),
        ] as [(String, [String], Invocation.Shape)]
    )
    func everyJSONShapeIsRead(body: String, expected: [String], shape: Invocation.Shape) throws {
        let decoded = try texts(Array(body.utf8), "application/json")
        #expect(decoded.texts == expected)
        #expect(decoded.shape == shape)
    }

    @Test(
        arguments: [
            ("Application/JSON; charset=UTF-8", #"["a"]"#, ["a"]),
            ("text/json", #"["a"]"#, ["a"]),
            (
                "application/jsonlines", "{\"source\":\"a\"}\n\n\"b\"\r\n{\"instances\":[{\"text\":\"c\"}]}",
                ["a", "b", "c"]
            ),
            ("application/x-ndjson", "\u{FEFF}{\"text\":\"a\"}\n", ["a"]),
            ("text/plain", "a\r\n\nb c\n", ["a", "b c"]),
            ("text/plain; charset=utf-8", "\u{FEFF}a", ["a"]),
            ("application/x-text", "a", ["a"]),
            (nil, " [\"a\"]", ["a"]),
            (nil, "\u{FEFF}{\"text\":\"a\"}", ["a"]),
            ("", "a\nb", ["a", "b"]),
        ] as [(String?, String, [String])]
    )
    func everyContentTypeIsRead(contentType: String?, body: String, expected: [String]) throws {
        #expect(try texts(Array(body.utf8), contentType).texts == expected)
    }

    @Test(
        arguments: [
            ("text/csv", "a\nb\n", ["a", "b"]),
            ("text/csv", "\u{FEFF}text\r\na\r\n", ["a"]),
            ("text/csv", "id,message\n1,\"a, \"\"b\"\"\nc\"\n2,", ["a, \"b\"\nc", ""]),
            ("text/csv", "message,text\nno,yes", ["yes"]),
            ("text/csv; header=present", "Mensagem\na", ["a"]),
            ("text/csv; header=absent", "text\na", ["text", "a"]),
            ("text/csv; header=absent; label_size=0", "a", ["a"]),
            ("text/csv; label_size=1", "cupom,a\ntroca,b", ["a", "b"]),
            ("text/csv", "a\n\n\"\"\nb\n", ["a", "", "b"]),
            ("text/csv", "text", []),
        ] as [(String, String, [String])]
    )
    func csvIsReadWithAndWithoutHeader(contentType: String, body: String, expected: [String]) throws {
        #expect(try texts(Array(body.utf8), contentType).texts == expected)
    }

    @Test(arguments: ["iso-8859-1", "ISO-8859-1", "latin1", "windows-1252", "\"cp1252\""])
    func westernCharsetsAreRead(charset: String) throws {
        let bytes: [UInt8] = [0x6E, 0xE3, 0x6F, 0x20, 0x80, 0x31, 0x20, 0x93, 0xFF, 0x94]
        #expect(try texts(bytes, "text/plain; charset=\(charset)").texts == ["não €1 “ÿ”"])
        #expect(try texts([0x22] + bytes + [0x22], "application/json; charset=\(charset)").texts == ["não €1 “ÿ”"])
    }

    @Test func trainedColumnIsLookedForFirst() throws {
        let decoder = InvocationDecoder(fields: TextFields(trained: "mensagem")).keeping(["text"])
        let csv = try decoder.decode(Array("text,mensagem\na,b".utf8), contentType: "text/csv")
        #expect(try csv.records.map { try $0.text.get() } == ["b"])
        #expect(csv.records.first?.fields == JSONValue(dictionaryLiteral: ("text", "a")).objectValue)
        let json = try decoder.decode(Array(#"{"inputs":"a","mensagem":"b"}"#.utf8), contentType: nil)
        #expect(try json.records.map { try $0.text.get() } == ["b"])
    }

    @Test(
        arguments: [
            (#"{"instances":["a"],"configuration":{"k":2}}"#, 2), (#"{"inputs":"a","parameters":{"top_k":3}}"#, 3),
            (#"{"instances":["a"],"configuration":{}}"#, nil),
        ] as [(String, Int?)]
    )
    func bodySaysHowManyClasses(body: String, k: Int?) throws {
        #expect(try InvocationDecoder().decode(Array(body.utf8), contentType: nil).k == k)
    }

    @Test func recordKeepsItsOwnCountAndFields() throws {
        let body = Array("{\"source\":\"a\",\"k\":2,\"id\":7}\n{\"source\":\"b\",\"k\":\"x\"}".utf8)
        let records = try InvocationDecoder().keeping(["id"]).decode(body, contentType: "application/jsonlines").records
        #expect(records.map(\.k) == [2, nil])
        #expect(records.first?.fields?["id"]?.intValue == 7)
    }
}
