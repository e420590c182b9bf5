import Testing

@testable import SageMakerTraining

struct JSONArrayElementsTests {
    @Test(arguments: [
        ("[]", []),
        (" [ \n ] ", []),
        ("[1]", ["1"]),
        ("[1, 2 ,3]", ["1", "2 ", "3"]),
        (#"["a,]", "\"", "\\"]"#, [#""a,]""#, #""\"""#, #""\\""#]),
        ("[[1,[2]],{\"a\":[3,4]}]", ["[1,[2]]", "{\"a\":[3,4]}"]),
    ])
    func elementsAreFound(text: String, expected: [String]) throws {
        let bytes = Array(text.utf8)
        var elements = JSONArrayElements(bytes)
        var found: [String] = []
        while let element = try elements.next() { found.append(String(decoding: bytes[element.range], as: UTF8.self)) }
        #expect(found == expected)
    }

    @Test(arguments: ["[", "[1", "[1,", "[\"", "[\"\\", "[{]", "[,]", "[1,,2]", "[1] 2"])
    func faultsEndTheWalk(text: String) {
        var elements = JSONArrayElements(Array(text.utf8))
        #expect(throws: TrainingError.self) { while try elements.next() != nil {} }
    }

    @Test func linesAreCounted() throws {
        var elements = JSONArrayElements(Array("\n[\n1,\n\n2]".utf8))
        #expect(try elements.next()?.line == 3)
        #expect(try elements.next()?.line == 5)
    }
}
