import Testing

@testable import TrainingReport

struct DataFactsTests {
    @Test func lengthsAreThoseByHand() {
        let lengths = TextLengths([3, 0, 25, 26, 100, 5000, 0, 8, 1, 2])
        #expect(lengths.count == 10)
        #expect(lengths.empty == 2)
        #expect(lengths.mean == 516.5)
        #expect([0, 0.5, 0.9, 1].map(lengths.quantile) == [0, 3, 100, 5000])
        #expect(lengths.histogram == [2, 5, 1, 1, 0, 0, 0, 0, 0, 1])
    }

    @Test func noTextsHaveNoLength() {
        let lengths = TextLengths([])
        #expect(lengths.mean == 0)
        #expect(lengths.quantile(0.5) == 0)
        #expect(lengths.histogram.allSatisfy { $0 == 0 })
    }

    @Test func everyBinHasAName() {
        #expect(TextLengths.binNames.count == TextLengths([]).histogram.count)
        #expect(TextLengths.binNames.prefix(3) == ["empty", "1–25", "26–50"])
        #expect(TextLengths.binNames.last == "over 3,200")
    }
}
