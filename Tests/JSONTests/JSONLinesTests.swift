import JSON
import Testing

struct JSONLinesTests {
    @Test func linesEndByEitherNewlineAndTheLastMayLackIt() throws {
        let lines = JSONLines(Array("\u{FEFF}1\r\n\n \t\n[2]".utf8))
        #expect(lines.map(\.number) == [1, 2, 3, 4])
        #expect(lines.map(\.isBlank) == [false, true, true, false])
        #expect(try lines.filter { !$0.isBlank }.map { try lines.value(of: $0) } == [1, [2]])
    }

    @Test func finalNewlineMakesNoLine() {
        #expect(JSONLines(Array("1\n".utf8)).map(\.number) == [1])
        #expect(JSONLines([]).map(\.number).isEmpty)
    }

    @Test func errorNamesTheLineOfTheWholeText() throws {
        let lines = JSONLines(Array("{}\n{]\n".utf8))
        let second = try #require(lines.map { $0 }.last)
        let error = #expect(throws: JSONError.self) { try lines.value(of: second) }
        #expect(error?.description == "JSON line 2, column 2 (byte 4): expected a key in double quotes, found \"]\"")
    }

    @Test(
        arguments: ["", "\u{FEFF}", "1", "1\n", "\n", "\n\n2", "1\r\n\r\n2\n\n", "\u{FEFF}1\n2\n3\n4\n5"],
        [1, 2, 3, 9]
    )
    func partsHaveTheLinesOfTheWhole(text: String, count: Int) {
        let lines = JSONLines(Array(text.utf8))
        #expect(lines.count == lines.reduce(0) { sum, _ in sum + 1 })
        var rest = lines
        var parts: [JSONLines] = []
        while let part = rest.split(count: count, byteCount: .max) { parts.append(part) }
        #expect(parts.flatMap { $0 } == lines.map { $0 })
        #expect(parts.dropLast().allSatisfy { $0.count == count } && rest.byteCount == 0)
        #expect(parts.reduce(0) { $0 + $1.byteCount } == lines.byteCount)
    }

    @Test func partEndsWithTheLineThatFillsIt() {
        var lines = JSONLines(Array("11\n22\n33\n".utf8))
        #expect(lines.split(count: 9, byteCount: 4)?.map(\.number) == [1, 2])
        #expect(lines.split(count: 9, byteCount: 0)?.map(\.number) == [3])
        #expect(lines.split(count: 9, byteCount: 9) == nil)
    }

    @Test(
        arguments: [
            (#"{"text":"olá"}"#, "olá"), (#"  { "text" : "a b" } "#, "a b"), (#"{"t":""}"#, ""),
            (#"{"text":"a\n"}"#, nil), (#"{"te\u0078t":"a"}"#, nil), (#"{"text":"a","k":1}"#, nil),
            (#"{"other":"a"}"#, nil),
            (#"{"text":1}"#, nil), (#"{"text":"a"}x"#, nil), (#"{"text":"a"#, nil), (#"{"text":"a""#, nil),
            (#"{"text""#, nil),
            (#"{"text":"#, nil), (#"{"tex":"a"}"#, nil), (#"["text"]"#, nil), ("{}", nil), ("{", nil), ("\"a\"", nil),
            ("{\"text\":\"a\tb\"}", nil),
        ] as [(String, String?)]
    )
    func soleStringIsThatOfTheParserOrNone(text: String, expected: String?) throws {
        let lines = JSONLines(Array(("1\n" + text + "\n").utf8))
        let line = try #require(lines.map { $0 }.last)
        #expect(lines.soleString(of: line, keys: [Array("t".utf8), Array("text".utf8)]) == expected)
        if expected != nil {
            let members = try lines.value(of: line).objectValue?.members
            #expect(members?.map(\.value) == [.string(expected ?? "")])
        }
        #expect(lines.soleString(of: line, keys: []) == nil)
    }

    @Test func soleStringIsUTF8AndKeepsToTheLimits() throws {
        let broken = JSONLines(Array("{\"text\":\"".utf8) + [0xC3] + Array("\"}".utf8))
        #expect(broken.soleString(of: try #require(broken.map { $0 }.first), keys: [Array("text".utf8)]) == nil)
        let lines = JSONLines(Array("{\"text\":\"a\"}".utf8))
        var limits = JSONLimits.standard
        limits.values = 1
        let line = try #require(lines.map { $0 }.first)
        #expect(lines.soleString(of: line, keys: [Array("text".utf8)], limits: limits) == nil)
    }
}
