import Testing

@testable import TextAnalysis

struct HashFilterTests {
    @Test func knowsEveryHashThatItHolds() {
        let hashes = (0..<5_000).map { ByteHash.of(Array("word\($0)".utf8).span) }
        let filter = HashFilter(hashes)
        #expect(hashes.allSatisfy(filter.mayContain))
    }

    @Test func rejectsMostOthers() {
        let filter = HashFilter((0..<5_000).map { ByteHash.of(Array("word\($0)".utf8).span) })
        let others = (0..<5_000).map { ByteHash.of(Array("other\($0)".utf8).span) }
        #expect(others.filter(filter.mayContain).count < 500)
    }

    @Test func isEmptyWithoutHashes() {
        #expect(!HashFilter([]).mayContain(17))
    }
}
