import Testing

@testable import TrainingReport

struct AxisTicksTests {
    @Test(arguments: [
        (0.0, 1.0, false, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0.85, 1, false, [0.85, 0.9, 0.95, 1]),
        (0, 100, true, [0, 20, 40, 60, 80, 100]), (0, 3, true, [0, 1, 2, 3]), (0, 1, true, [0, 1]),
        (0.5, 0.9, false, [0.5, 0.6, 0.7, 0.8, 0.9]), (1, 1, false, [1]),
        (0, 100_000, true, [0, 20000, 40000, 60000, 80000, 100_000]),
    ])
    func marksAreRoundNumbers(least: Double, most: Double, isWhole: Bool, places: [Double]) {
        let found = AxisTicks.places(from: least, to: most, atMost: 5, isWhole: isWhole)
        #expect(found.count == places.count, "\(found)")
        for (found, place) in zip(found, places) { #expect(abs(found - place) < 1e-9) }
    }

    @Test(arguments: [(0.87, 0.1, 0.8), (0.8, 0.1, 0.8), (0.3, 0.1, 0.3), (-1, 0.1, 0), (2, 0.1, 1)])
    func floorIsTheMultipleBelow(value: Double, step: Double, floor: Double) {
        #expect(abs(AxisTicks.floor(value, step: step) - floor) < 1e-9)
    }
}
