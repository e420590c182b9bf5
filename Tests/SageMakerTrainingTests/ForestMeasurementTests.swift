import Testing

@testable import SageMakerTraining

struct ForestMeasurementTests {
    @Test(
        arguments: [
            (1, [1]), (2, [1, 2]), (5, [1, 2, 3, 4, 5]), (24, Array(1...24)), (100_000, nil),
        ] as [(Int, [Int]?)]
    )
    func treesAreLookedAtFromTheFirstToTheLast(trees: Int, stops: [Int]?) {
        let found = ForestMeasurement.stops(of: trees)
        #expect(stops == nil || found == stops)
        #expect(found.first == 1 && found.last == trees)
        #expect(found.count <= ForestMeasurement.mostStops)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func aHundredTreesAreLookedAtEveryFour() {
        #expect(ForestMeasurement.stops(of: 100).prefix(4) == [1, 4, 8, 12])
    }
}
