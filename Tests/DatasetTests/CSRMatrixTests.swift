import Dataset
import Testing

struct CSRMatrixTests {
    @Test func rowsAreFoundAgain() {
        var matrix = CSRMatrix(columns: 5)
        matrix.reserveCapacity(rows: 3, entries: 3)
        matrix.appendRow(SparseVector(indices: [0, 4], values: [1, 2]))
        matrix.appendRow(SparseVector())
        matrix.appendRow(SparseVector(indices: [3], values: [0.5]))
        #expect(matrix.rows == 3)
        #expect(matrix.entries(ofRow: 0) == 0..<2)
        #expect(matrix.entries(ofRow: 1).isEmpty)
        #expect(matrix.entries(ofRow: 2).map { matrix.columnIndices[$0] } == [3])
        #expect(matrix.values == [1, 2, 0.5])
    }

    @Test func aVectorWithoutColumnsFitsAnyMatrix() {
        var matrix = CSRMatrix(columns: 0)
        matrix.appendRow(SparseVector())
        #expect(matrix.rows == 1)
        var vector = SparseVector(indices: [1], values: [1])
        vector.removeAll()
        #expect(vector == SparseVector())
    }
}
