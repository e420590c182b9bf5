import Evaluation
import Testing

struct ClassificationTests {
    @Test func greatestProbabilityWinsAndOfEqualsTheFirst() throws {
        let classification = try #require(Classification(actual: 2, probabilities: [0.1, 0.4, 0.4, 0.1]))
        #expect(classification == Classification(actual: 2, predicted: 1, score: 0.4, probabilityOfActual: 0.4))
        #expect(!classification.isCorrect)
    }

    @Test func unknownClassHasNoProbability() {
        let classification = Classification(actual: 2, probabilities: [0.5, 0.5])
        #expect(classification == Classification(actual: 2, predicted: 0, score: 0.5, probabilityOfActual: 0))
    }

    @Test func withoutClassesThereIsNone() {
        #expect(Classification(actual: 0, probabilities: []) == nil)
    }

    @Test func entriesAndConfusionsOfAMatrix() {
        let matrix = ConfusionMatrix(actual: [0, 0, 1, 1, 2, 2, 2], predicted: [0, 1, 1, 0, 0, 0, 2], classCount: 3)
        typealias Entry = ConfusionMatrix.Entry
        #expect(
            matrix.confusions == [
                Entry(actual: 2, predicted: 0, count: 2), Entry(actual: 0, predicted: 1, count: 1),
                Entry(actual: 1, predicted: 0, count: 1),
            ]
        )
        #expect(matrix.entries.reduce(0) { $0 + $1.count } == matrix.total)
        #expect(matrix.entries.count == 6)
    }
}
