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
}
