import Testing
import TextClassification

struct PredictionTests {
    private func prediction(_ probabilities: [Float]) -> Prediction {
        Prediction(probabilities: probabilities, knownTerms: 0, terms: 0)
    }

    @Test(
        arguments: [
            ([0.2, 0.5, 0.3], 3, [1, 2, 0]), ([0.2, 0.5, 0.3], 1, [1]), ([0.2, 0.5, 0.3], 9, [1, 2, 0]),
            ([0.2, 0.5, 0.3], 0, []), ([0.2, 0.5, 0.3], -1, []), ([0.25, 0.25, 0.25, 0.25], 2, [0, 1]),
            ([0.1, 0.4, 0.1, 0.4], 4, [1, 3, 0, 2]), ([1], 1, [0]), ([], 3, []),
        ] as [([Float], Int, [Int])]
    )
    func topClassesComeGreatestFirstAndEqualsInOrder(_ probabilities: [Float], count: Int, classes: [Int]) {
        #expect(prediction(probabilities).topClasses(count) == classes)
    }

    @Test(arguments: [([0.2, 0.5, 0.3], 1), ([0.4, 0.2, 0.4], 0), ([0, 0, 0], 0), ([], nil)] as [([Float], Int?)])
    func bestClassIsTheFirstOfEquals(_ probabilities: [Float], best: Int?) {
        #expect(prediction(probabilities).bestClass == best)
        #expect(prediction(probabilities).topClasses(1).first == best)
    }
}
