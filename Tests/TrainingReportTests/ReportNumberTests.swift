import Testing

@testable import TrainingReport

struct ReportNumberTests {
    @Test(arguments: [
        (0.5, 1, "0.5"), (-0.049, 1, "0.0"), (1234.567, 2, "1234.57"), (0.005, 2, "0.01"), (-3.25, 1, "-3.3"),
        (7, 0, "7"),
        (.infinity, 2, "–"), (.nan, 2, "–"), (1e300, 1, "–"),
    ])
    func numbersHaveFixedDigits(value: Double, digits: Int, text: String) {
        #expect(ReportNumber.fixed(value, digits: digits) == text)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000"),
        (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func countsHaveCommas(value: Int, text: String) {
        #expect(ReportNumber.count(value) == text)
    }

    @Test func sharesArePercentages() {
        #expect(ReportNumber.percent(0.8754) == "87.5%")
        #expect(ReportNumber.percent(Optional<Double>.none) == "–")
        #expect(ReportNumber.percent(.nan) == "–")
        #expect(ReportNumber.count(1, "document") == "1 document")
        #expect(ReportNumber.count(2, "document") == "2 documents")
    }
}
