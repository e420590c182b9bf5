import Dataset
import Testing
import TextAnalysis

@testable import FeatureExtraction

struct TermTableTests {
    /// Changed by hand to look further; a failing run prints it.
    private let seed: UInt64 = 20_261_121

    @Test func termsGetTheNextNumber() {
        var table = TermTable()
        let bytes = Array("abcab".utf8)
        #expect(table.intern(bytes, 0..<2) == 0)
        #expect(table.intern(bytes, 2..<3) == 1)
        #expect(table.intern(bytes, 3..<5) == 0)
        #expect(table.intern(bytes, 0..<5) == 2)
        #expect(table.find(bytes, 2..<3) == 1)
        #expect(table.find(bytes, 1..<3) == nil)
        #expect(table.range(of: 2) == 3..<8)
        #expect(table.bytes == Array("abcabcab".utf8))
    }

    @Test func emptyTermIsATermToo() {
        var table = TermTable()
        #expect(table.find([], 0..<0) == nil)
        #expect(table.intern([], 0..<0) == 0)
        #expect(table.intern([7], 0..<1) == 1)
        #expect(table.find([1, 2], 1..<1) == 0)
    }

    /// Short terms of two letters make many that share slots; 20,000 of them make the table grow six times.
    @Test func tableAnswersAsADictionaryDoes() {
        var generator = SeededGenerator(seed: seed)
        var table = TermTable()
        var expected: [[UInt8]: Int] = [:]
        for round in 0..<60_000 {
            let term = (0..<generator.below(24)).map { _ in UInt8(97 + generator.below(2)) }
            let padded = [1, 2] + term + [3]
            let range = 2..<(2 + term.count)
            let found = table.find(padded, range)
            #expect(found == expected[term], "seed \(seed), round \(round)")
            if found == nil { expected[term] = expected.count }
            #expect(table.intern(padded, range) == expected[term], "seed \(seed), round \(round)")
        }
        #expect(table.count == expected.count && table.count > 20_000)
        for (term, number) in expected { #expect(Array(table.bytes[table.range(of: number)]) == term) }
    }

    @Test func consecutiveNumbersAreAllFoundAfterGrowth() {
        var table = TermTable()
        let terms = (0..<5_000).map { Array(String($0).utf8) }
        for (number, term) in terms.enumerated() { #expect(table.intern(term, term.indices) == number) }
        for (number, term) in terms.enumerated() { #expect(table.find(term, term.indices) == number) }
        #expect(table.find(Array("5000".utf8), 0..<4) == nil)
    }

    /// A slot tells terms apart by 32 bits of their hash; 200,000 terms hold one pair at least that it can't.
    @Test func termsOfOneHashAreToldApartByTheirBytes() throws {
        var terms: [UInt64: [UInt8]] = [:]
        var pairs: [([UInt8], [UInt8])] = []
        for number in 0..<200_000 {
            let term = Array("termo\(number)".utf8)
            let mark = TermTable.hash(term.span, term.span.chunk(at: 0)) >> 32
            if let other = terms.updateValue(term, forKey: mark) { pairs.append((other, term)) }
        }
        try #require(!pairs.isEmpty)
        for (first, second) in pairs {
            var table = TermTable()
            #expect(table.intern(first, first.indices) == 0)
            #expect(table.find(second, second.indices) == nil)
            #expect(table.intern(second, second.indices) == 1)
            #expect(table.find(first, first.indices) == 0 && table.find(second, second.indices) == 1)
        }
    }
}
