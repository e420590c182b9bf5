import Evaluation
import Testing

struct ContingencyTableTests {
    /// scipy's `chi2_contingency([[10, 20], [30, 40]], correction=False)` is 100 * (400 - 600)^2 / (30 * 70 * 40 * 60).
    @Test func chiSquareIsPearsons() {
        let table = ContingencyTable(holding: 10, of: 40, othersHolding: 20, of: 60)
        #expect(abs(table.chiSquare - 0.7936507936507936) < 1e-12)
        #expect(table.share == 0.25)
        #expect(abs(table.othersShare - 1.0 / 3) < 1e-12)
    }

    @Test(arguments: [
        ContingencyTable(holding: 0, of: 5, othersHolding: 0, of: 5),
        ContingencyTable(holding: 5, of: 5, othersHolding: 5, of: 5),
        ContingencyTable(holding: 0, of: 0, othersHolding: 1, of: 5),
        ContingencyTable(holding: 2, of: 4, othersHolding: 3, of: 6),
    ])
    func countsThatSayNothingGiveZero(table: ContingencyTable) {
        #expect(table.chiSquare == 0)
    }
}
