import Evaluation
import Testing

struct ConfusionMatrixTests {
    let matrix = ConfusionMatrix(actual: [2, 0, 2, 2, 0, 1], predicted: [0, 0, 2, 2, 0, 2], classCount: 3)

    @Test func rowsAreTrueAndColumnsPredicted() {
        // scikit-learn's own example of confusion_matrix.
        #expect(matrix.counts == [2, 0, 0, 0, 0, 1, 1, 0, 2])
        #expect(matrix[1, 2] == 1)
        #expect(matrix[2, 1] == 0)
    }

    @Test func sumsFit() {
        #expect(matrix.total == 6)
        #expect(matrix.correct == 4)
        #expect((0..<3).map(matrix.support(of:)) == [2, 1, 3])
        #expect((0..<3).map(matrix.predictions(of:)) == [3, 0, 3])
    }

    @Test func emptyMatrixHasNoDocuments() {
        #expect(ConfusionMatrix(classCount: 0).total == 0)
        #expect(ConfusionMatrix(classCount: 2).correct == 0)
    }
}
