import Dataset
import Testing
import TextAnalysis

@testable import FeatureExtraction

struct TermCounterTests {
    private let seed: UInt64 = 20_261_121

    @Test func eachNGramOfADocumentIsCountedOnce() throws {
        var counter = TermCounter(try TfidfParameters(ngramRange: 1...2))
        counter.append(TermList(words: "b a b a"))
        counter.append(TermList(words: ""))
        counter.append(TermList(words: "a"))
        #expect(counter.documents == 3)
        #expect(counter.offsets == [0, 4, 4, 5])
        #expect(counter.counts.map(\.count) == [2, 2, 2, 1, 1])
        #expect(counter.counts.map(\.term) == [0, 1, 2, 3, 1])
    }

    /// Random documents, shared out at random, against counts of strings in a dictionary.
    @Test func sharedCountsAreThoseOfAPlainCount() throws {
        var generator = SeededGenerator(seed: seed)
        for round in 0..<30 {
            let documents = (0..<20).map { _ in
                (0..<generator.below(12)).map { _ in "w\(generator.below(9))" }.joined(separator: " ")
            }
            let cut = generator.below(21)
            let parameters = try TfidfParameters(ngramRange: 1...(1 + generator.below(5)))
            let (vectorizer, matrix) = try TfidfVectorizer.fit(documents, shares: [cut, 20 - cut], parameters)
            let expected = documents.map { Set(Self.nGrams(of: $0, parameters.ngramRange)) }
            #expect(
                vectorizer.vocabulary.terms == Set(expected.joined()).sorted(),
                "seed \(seed), round \(round)"
            )
            for row in 0..<matrix.rows {
                let terms = matrix.columnIndices[matrix.entries(ofRow: row)].map {
                    vectorizer.vocabulary.term(at: Int($0))
                }
                #expect(terms == expected[row].sorted(), "seed \(seed), round \(round)")
            }
        }
    }

    private static func nGrams(of text: String, _ range: ClosedRange<Int>) -> [String] {
        let words = text.split(separator: " ")
        return range.flatMap { length in
            words.count < length
                ? [] : (0...(words.count - length)).map { words[$0..<($0 + length)].joined(separator: " ") }
        }
    }
}
