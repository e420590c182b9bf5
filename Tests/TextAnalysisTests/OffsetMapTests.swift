import Testing

@testable import TextAnalysis

struct OffsetMapTests {
    private func map(_ pieces: [(input: Range<Int>, output: Range<Int>)]) -> OffsetMap {
        var map = OffsetMap()
        for piece in pieces { map.note(piece.input, became: piece.output) }
        return map
    }

    @Test func evenPiecesAreTracedByteByByte() {
        let map = map([(0..<4, 0..<4), (4..<6, 4..<6), (10..<12, 6..<8)])
        #expect(map.source(of: 1..<3) == 1..<3)
        #expect(map.source(of: 3..<5) == 3..<5)
        #expect(map.source(of: 5..<7) == 5..<11)
    }

    @Test func unevenPiecesAreTracedAsAWhole() {
        let map = map([(0..<2, 0..<2), (2..<10, 2..<4), (10..<12, 4..<6)])
        #expect(map.source(of: 3..<4) == 2..<10)
        #expect(map.source(of: 1..<3) == 1..<10)
        #expect(map.source(of: 3..<5) == 2..<11)
    }

    @Test func replacedOutputBelongsToTheNewPiece() {
        let even = map([(0..<8, 0..<8), (8..<10, 5..<6)])
        #expect(even.source(of: 5..<6) == 5..<10)
        #expect(even.source(of: 4..<5) == 4..<5)
        let uneven = map([(0..<8, 0..<4), (8..<10, 2..<3)])
        #expect(uneven.source(of: 2..<3) == 0..<10)
    }

    @Test func whatCameFromNowhereIsNotTraced() {
        let map = map([(0..<2, 0..<2), (5..<7, 4..<6)])
        #expect(map.source(of: 2..<3) == nil)
        #expect(map.source(of: 1..<4) == nil)
        #expect(map.source(of: 6..<7) == nil)
        #expect(map.source(of: 1..<1) == nil)
    }
}
