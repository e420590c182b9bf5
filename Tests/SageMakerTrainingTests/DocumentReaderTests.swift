import Dataset
import Gzip
import SageMakerTraining
import Synchronization
import Testing

struct DocumentReaderTests {
    static let expected = LabeledDocuments(
        texts: ["quero trocar, por favor", "onde está\no pedido?", ""],
        labels: ["troca", "atraso", "outro"]
    )

    static let forms: [(name: String, text: String)] = [
        (
            "header.csv",
            "text,label\n\"quero trocar, por favor\",troca\n\"onde está\no pedido?\",atraso\n,outro\n"
        ),
        (
            "other-order.csv",
            "\u{FEFF}id, Label ,TEXT\r\n1,troca,\"quero trocar, por favor\"\r\n2, atraso,\"onde está\no pedido?\"\r\n3,outro,"
        ),
        (
            "message.csv",
            "message,label\n\"quero trocar, por favor\",troca\n\"onde está\no pedido?\",atraso\n,outro\n"
        ),
        (
            "semicolons.csv",
            "text;label\n\"quero trocar, por favor\";troca\n\"onde está\no pedido?\";atraso\n;outro\n"
        ),
        (
            "tabs.tsv",
            "label\tid\ttext\ntroca\t1\tquero trocar, por favor\natraso\t2\t\"onde está\no pedido?\"\noutro\t3\t\n"
        ),
        ("headerless", "troca,\"quero trocar, por favor\"\natraso,\"onde está\no pedido?\"\noutro,\n"),
        (
            "lines.jsonl",
            #"""
            {"text": "quero trocar, por favor", "label": "troca"}

            {"id": 2, "label": "atraso", "text": "onde está\no pedido?"}
            {"text": null, "label": " outro "}
            """#
        ),
        (
            "array.json",
            #"""
             [ {"text": "quero trocar, por favor", "label": "troca"},
            {"label": "atraso", "text": "onde est\u00e1\no pedido?", "more": {"a": [1, "]"]}},{"text": "", "label": "outro"} ]
            """#
        ),
    ]

    @Test(arguments: forms)
    func everyFormGivesTheSameDocuments(form: (name: String, text: String)) throws {
        let folder = try JobFolder()
        #expect(try DocumentReader(columns: DocumentColumns()).documents(of: folder.channel([form])) == Self.expected)
    }

    @Test func blazingTextLinesAreRead() throws {
        let folder = try JobFolder()
        let text =
            "\u{FEFF}__label__troca  quero trocar\r\n\n __label__a/b __label__c\tonde __label__x est\u{E1}\n__label__outro"
        let documents = try DocumentReader(columns: DocumentColumns()).documents(of: folder.channel([("a.txt", text)]))
        #expect(documents.texts == ["quero trocar", "onde __label__x est\u{E1}", ""])
        #expect(documents.labels == ["troca", "a/b", "outro"], "the first label counts")
    }

    @Test func blazingTextLinesWithSeveralLabelsAreCounted() throws {
        let folder = try JobFolder()
        let warnings = Mutex<[String]>([])
        let reader = DocumentReader(columns: DocumentColumns()) { warning in warnings.withLock { $0.append(warning) } }
        let one = "__label__a __label__b um\n__label__a dois __label__b\n"
        let two = "__label__c __label__c __label__d\n"
        _ = try reader.documents(of: folder.channel([("1.txt", one), ("2.txt", two)]))
        #expect(
            warnings.withLock(\.self) == [
                "channel \"training\": 2 of 3 documents have several labels; only the first one of each counts"
            ]
        )
        let other = try JobFolder()
        _ = try reader.documents(of: other.channel([("1.txt", "__label__a um\n")]))
        #expect(warnings.withLock(\.count) == 1)
    }

    @Test func headerThatComesAgainInAFileIsPassedOver() throws {
        let folder = try JobFolder()
        let text = "text,label\num,a\ntext,label\ndois,b\n\u{FEFF}text,label\n"
        let documents = try DocumentReader(columns: DocumentColumns()).documents(of: folder.channel([("a.csv", text)]))
        #expect(documents == LabeledDocuments(texts: ["um", "dois"], labels: ["a", "b"]))
    }

    @Test(arguments: forms)
    func gzipIsUndoneWhateverTheName(form: (name: String, text: String)) throws {
        let folder = try JobFolder()
        let channel = try folder.channel([])
        try folder.write(bytes: Deflater.deflate(Array(form.text.utf8)), to: "input/data/training/\(form.name).gz")
        #expect(try DocumentReader(columns: DocumentColumns()).documents(of: channel) == Self.expected)
    }

    @Test func filesAreReadInTheOrderOfTheirPaths() throws {
        let folder = try JobFolder()
        let channel = try folder.channel([
            ("b/part-1.csv", "text,label\nthird,x\n"),
            ("a.csv", "text,label\nfirst,x"),
            ("b/part-0.jsonl", #"{"text": "second", "label": "y"}"#),
            ("_SUCCESS", ""),
            (".hidden", "no data"),
            (".ipynb_checkpoints/a.csv", "no data"),
            ("files.manifest", "[]"),
            ("empty-folder-mark", ""),
        ])
        let documents = try DocumentReader(columns: DocumentColumns()).trainingDocuments(of: channel)
        #expect(documents.texts == ["first", "second", "third"])
        #expect(documents.labels == ["x", "y", "x"])
    }

    @Test func columnsMayBeNamed() throws {
        let folder = try JobFolder()
        let channel = try folder.channel([("a.csv", "problem,message,text\nlogin,senha,x\n")])
        let documents = try DocumentReader(columns: DocumentColumns(text: "message", label: "problem"))
            .documents(of: channel)
        #expect(documents == LabeledDocuments(texts: ["senha"], labels: ["login"]))
    }

    @Test func numbersAndBooleansAreTextsAndLabels() throws {
        let folder = try JobFolder()
        let channel = try folder.channel([
            ("a.jsonl", "{\"text\": 12, \"label\": 1}\n{\"text\": true, \"label\": false}\n")
        ])
        let documents = try DocumentReader(columns: DocumentColumns()).documents(of: channel)
        #expect(documents == LabeledDocuments(texts: ["12", "true"], labels: ["1", "false"]))
    }

    @Test func contentTypeDecidesInDoubt() throws {
        let folder = try JobFolder()
        let csv = try folder.channel(
            [("part-0", "{tag},text one\n[tag],text two\n")],
            contentType: "text/csv;label_size=1"
        )
        let documents = try DocumentReader(columns: DocumentColumns()).documents(of: csv)
        #expect(documents.labels == ["{tag}", "[tag]"])
    }

    @Test func filesLargerThanAChunkAreRead() throws {
        let folder = try JobFolder()
        let line = #"{"text": "um texto que se repete, bem comprido para encher", "label": "a"}"# + "\n"
        let csv = "um texto que se repete\r\n"
        let channel = try folder.channel([
            ("a.jsonl", String(repeating: line, count: 40_000)),
            ("b.csv", "text,label\r\n" + String(repeating: "\"\(csv)\",b\r\n", count: 80_000)),
        ])
        let documents = try DocumentReader(columns: DocumentColumns()).documents(of: channel)
        #expect(documents.count == 120_000)
        #expect(documents.texts[119_999] == csv)
        #expect(documents.labels[39_999] == "a" && documents.labels[40_000] == "b")
    }
}
