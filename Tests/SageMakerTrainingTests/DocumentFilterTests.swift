import Dataset
import Testing

@testable import SageMakerTraining

struct DocumentFilterTests {
    @Test(
        arguments: [
            ("problem in [Pagamento, Entrega]", DocumentFilter(column: "problem", values: ["Pagamento", "Entrega"])),
            (
                #"problem in ["a, b", 'c']"#.replacing("'", with: "\""),
                DocumentFilter(column: "problem", values: ["a, b", "c"])
            ),
            (
                "tipo de contato not in ('a',)",
                DocumentFilter(column: "tipo de contato", values: ["a"], isNegated: true)
            ),
            ("x == 1", DocumentFilter(column: "x", values: ["1"])),
            ("x != \"b c\"", DocumentFilter(column: "x", values: ["b c"], isNegated: true)),
        ] as [(String, DocumentFilter)]
    )
    func expressionIsRead(text: String, filter: DocumentFilter) throws {
        #expect(DocumentFilter(text) == filter)
        #expect(try configuration("filter", text).filter == filter)
    }

    @Test(arguments: ["problem", "problem in", "problem in []", " in [a]", "x == a, b", "x > 3"])
    func otherExpressionsAreRefused(text: String) {
        #expect(DocumentFilter(text) == nil)
    }

    @Test func valuesMatchWithoutSpacesAroundThem() throws {
        let filter = try #require(DocumentFilter("x in [a, b]"))
        #expect(["a", " b ", "A", ""].map(filter.admits) == [true, true, false, false])
        let negated = try #require(DocumentFilter("x not in [a, b]"))
        #expect(["a", " b ", "A", ""].map(negated.admits) == [false, false, true, true])
        #expect(DocumentFilter(negated.description) == negated)
    }

    @Test(arguments: [
        ("a.csv", "text,problem,label\num,x,a\ndois,y,\ntr\u{EA}s, x,b\n"),
        (
            "a.jsonl",
            #"{"text":"um","problem":"x","label":"a"}"# + "\n"
                + #"{"text":"dois","problem":null}"#.replacing("}", with: ",\"label\":\"\"}\n")
                + #"{"text":"tr\u00eas","problem":"x","label":"b"}"#
        ),
    ])
    func onlyDocumentsThatMatchAreRead(name: String, text: String) throws {
        let folder = try JobFolder()
        let columns = DocumentColumns(filter: DocumentFilter("problem in [x]"))
        let documents = try DocumentReader(columns: columns).documents(of: folder.channel([(name, text)]))
        #expect(documents.texts == ["um", "tr\u{EA}s"])
        #expect(documents.labels == ["a", "b"])
    }
}
