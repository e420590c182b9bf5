import Dataset
import Testing

struct LabeledDocumentsTests {
    @Test func textsAndLabelsStaySideBySide() {
        var documents = LabeledDocuments(texts: ["a"], labels: ["x"])
        documents.append(text: "b", label: "y")
        documents.append(LabeledDocuments(texts: ["c"], labels: ["z"]))
        #expect(documents.texts == ["a", "b", "c"])
        #expect(documents.labels == ["x", "y", "z"])
        #expect(documents.count == 3)
        #expect(!documents.isEmpty)
        #expect(LabeledDocuments().isEmpty)
    }
}
