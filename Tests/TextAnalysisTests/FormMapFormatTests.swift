import Testing

@testable import TextAnalysis

struct FormMapFormatTests {
    private var map: FormMap {
        var map = FormMap()
        map.insert("comprou".bytes, term: "comprar".bytes)
        map.insert("compras".bytes, term: "compra".bytes)
        map.insert("é".bytes, term: nil)
        map.insert("reclamações".bytes, term: "reclamacao".bytes)
        map.insert("foi".bytes, term: "ser".bytes)
        return map
    }

    @Test func aMapComesBackFromItsBytes() throws {
        let decoded = try FormMapFormat.decode(FormMapFormat.encode(map), location: "test")
        #expect(decoded.count == 5)
        for (word, term) in map.sortedEntries {
            #expect(decoded.answer(for: word) == (term.map(FormMap.Answer.term) ?? .dropped))
        }
        #expect(decoded.answer(for: "outra".bytes) == .unknown)
    }

    @Test func theBytesDoNotDependOnTheOrderOfInsertion() {
        var other = FormMap()
        for (word, term) in map.sortedEntries.reversed() { other.insert(word, term: term) }
        #expect(FormMapFormat.encode(map) == FormMapFormat.encode(other))
    }

    @Test func damagedBytesAreRefusedOrReadWithoutTrap() throws {
        let bytes = FormMapFormat.encode(map)
        for length in 0..<bytes.count {
            #expect(throws: TextAnalysisError.self) {
                try FormMapFormat.decode(Array(bytes.prefix(length)), location: "")
            }
        }
        for index in bytes.indices {
            for change: UInt8 in [1, 0x7F, 0x80, 0xFF] {
                var damaged = bytes
                damaged[index] ^= change
                _ = try? FormMapFormat.decode(damaged, location: "")
            }
        }
    }

    private static let damaged: [(bytes: [UInt8], reason: String)] = [
        ([0, 0, 0, 0, 0], "is of no known format (byte 5)"),
        ([70, 77, 65, 80, 1, 0, 9], "goes on after its last word (byte 6)"),
        ([70, 77, 65, 80, 1, 1, 1, 0, 0], "shares 1 bytes with a shorter word (byte 7)"),
        ([70, 77, 65, 80, 1, 1, 0, 1, 97, 9, 0], "cuts 9 bytes off a shorter word (byte 10)"),
        ([70, 77, 65, 80, 1, 2, 0, 1, 97, 255, 1, 0, 255], "has a word twice (byte 13)"),
        ([70, 77, 65, 80, 1, 255, 255, 255, 255, 255], "has a number of more than five bytes (byte 10)"),
        ([70, 77, 65, 80, 1, 5], "ends too early (byte 6)"),
    ]

    @Test(arguments: damaged)
    func damageIsNamed(bytes: [UInt8], reason: String) {
        let state = AnalyzerState(parameters: AnalyzerParameters(), language: nil, formMaps: [.portuguese: bytes])
        let error = #expect(throws: TextAnalysisError.self) { try TextAnalyzer(state: state) }
        #expect(
            error?.description == "form map of language 'pt': \(reason); the model file is damaged, "
                + "train or copy the model again"
        )
    }
}

extension FormMap {
    /// All words with their terms, in the order of their bytes.
    fileprivate var sortedEntries: [(word: [UInt8], term: [UInt8]?)] {
        sortedIndices.map { index in
            withEntry(at: index) { word, term in (word.array, term?.array) }
        }
    }
}

extension Span<UInt8> {
    fileprivate var array: [UInt8] { indices.map { self[$0] } }
}
