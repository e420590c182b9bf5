import FoundationEssentials
import Testing

@testable import TextAnalysis

struct LexiconTests {
    @Test func formsAreFoundAndOthersAreNot() throws {
        let lexicon = try Lexicon.portuguese()
        #expect(lexicon.entry(of: "comprou".bytes) == Lexicon.Entry(lemma: "comprar".bytes, isLemma: false))
        #expect(lexicon.entry(of: "compra".bytes) == Lexicon.Entry(lemma: "comprar".bytes, isLemma: true))
        #expect(lexicon.entry(of: "comprouu".bytes) == nil)
        #expect(lexicon.entry(of: []) == nil)
        #expect(lexicon.accentedForm(of: "reclamacao".bytes) == "reclamação".bytes)
        #expect(lexicon.accentedForm(of: "reclamação".bytes) == nil)
        #expect(lexicon.language == .portuguese && lexicon.isIntact())
    }

    @Test func everyFormIsListedOnce() throws {
        let lexicon = try Lexicon.portuguese()
        var forms: Set<[UInt8]> = []
        lexicon.forEachForm { form, _ in forms.insert(form) }
        #expect(forms.count == lexicon.count)
        #expect(forms.allSatisfy(lexicon.contains))
    }

    @Test func aFormInLowerCaseWinsOverOneWithCapitals() throws {
        let lexicon = try Lexicon.small(.english, "Mary Mary\nPolish Polish\npolish polishes polish")
        #expect(lexicon.entry(of: "mary".bytes)?.lemma == "mary".bytes)
        #expect(lexicon.entry(of: "polish".bytes)?.lemma == "polish".bytes)
    }

    @Test func aFileIsOpenedByMemoryMap() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "small-\(UUID().uuidString).lexicon").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let entries = [FrontCodedDictionary.Entry(form: "cards".bytes, lemma: "card".bytes)]
        let bytes = try LexiconCompiler.compile(entries, language: .english, location: "test")
        try Data(bytes).write(to: URL(filePath: path))
        #expect(try Lexicon.open(path: path).entry(of: "cards".bytes)?.lemma == "card".bytes)
    }

    @Test func aMissingFileSaysWhatToDo() {
        let error = #expect(throws: TextAnalysisError.self) { try Lexicon.open(path: "/nowhere/pt.lexicon") }
        #expect(
            error?.description
                == "lexicon /nowhere/pt.lexicon: can't be opened: No such file or directory; "
                + "run 'make lexicon' or give the directory that holds the lexicons"
        )
    }

    @Test func damagedFilesAreRefusedOrAnswerWithoutTrap() throws {
        let bytes = try LexiconCompiler.compile(
            ["comprou", "comprar", "vocês"].map { .init(form: $0.bytes, lemma: "comprar".bytes) },
            language: .portuguese,
            location: "test"
        )
        for length in 0..<bytes.count {
            #expect(throws: TextAnalysisError.self) { try Lexicon(bytes: Array(bytes.prefix(length))) }
        }
        var generator = SystemRandomNumberGenerator()
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] = damaged[index] &+ UInt8.random(in: 1...255, using: &generator)
            guard let lexicon = try? Lexicon(bytes: damaged) else { continue }
            _ = Lemmatizer(lexicon: lexicon).lemma(of: "comprou".bytes)
            _ = lexicon.accentedForm(of: "voces".bytes)
            lexicon.forEachForm { _, _ in }
            #expect(!lexicon.isIntact())
        }
    }

    @Test(arguments: [
        (Array(repeating: UInt8(0), count: 36), "is no lexicon of version 1"),
        ("CRTLEX".bytes + [0, 1] + Array(repeating: UInt8(0), count: 28), "has a damaged header"),
        ([1, 2], "is shorter than its header"),
    ])
    func malformedHeadersAreNamed(bytes: [UInt8], reason: String) {
        let error = #expect(throws: TextAnalysisError.self) { try Lexicon(bytes: bytes, location: "x.lexicon") }
        #expect(error?.description == "lexicon x.lexicon: \(reason); build it again with 'make lexicon'")
    }
}
