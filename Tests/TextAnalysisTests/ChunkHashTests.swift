import Testing

@testable import TextAnalysis

struct ChunkHashTests {
    private let text = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

    @Test func chunksHoldTheirBytesAndZeros() {
        for length in 0...text.count {
            let bytes = Array(text.prefix(length))
            for place in 0..<(length + 7) / 8 {
                let expected = bytes.dropFirst(8 * place).prefix(8).reversed().reduce(UInt64(0)) {
                    $0 << 8 | UInt64($1)
                }
                let chunk = bytes.span.chunk(at: place)
                #expect(chunk == expected, "chunk \(place) of \(length) bytes")
            }
        }
    }

    @Test func aPartOfATextHasTheChunkOfItsCopy() {
        for start in 0..<text.count {
            for end in start..<text.count {
                let chunk = text.span.firstChunk(of: start..<end)
                let copied = Array(text[start..<end]).span.chunk(at: 0)
                #expect(chunk == copied, "\(start)..<\(end)")
            }
        }
    }

    @Test func onlyEqualTextsAreEqual() {
        for length in 0...20 {
            let bytes = Array(text.prefix(length))
            let (isItself, isLonger) = (bytes.span.equals(bytes.span), bytes.span.equals(text.span))
            #expect(isItself && !isLonger)
            for place in bytes.indices {
                var other = bytes
                other[place] ^= 1
                let isOther = bytes.span.equals(other.span)
                #expect(!isOther, "byte \(place) of \(length)")
            }
        }
    }

    @Test(arguments: ["", "a", "compras", "comprado", "comprados", "inconstitucionalissimamente", "não-é-muito-à-toa"])
    func aWordThatWasReadHasTheHashOfItsBytes(text: String) {
        let word = WordBuffer(text)
        #expect(word.array == text.bytes && word.count == text.utf8.count)
        let hash = ChunkHash.of(text.bytes.span)
        #expect(word.hashValue == hash)
    }

    @Test func shortWordsSpreadOverATable() {
        var slots = Set<UInt32>()
        let words = (0..<20_000).map { "w\($0)" }
        for word in words { slots.insert(ChunkHash.of(word.bytes.span) & 0xFFFF) }
        // Random hashes would fill 65,536 x (1 - e^(-20,000 / 65,536)) of the slots, about 17,240.
        #expect(slots.count > 16_900)
    }
}
