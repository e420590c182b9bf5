/// A matrix of few non-zero values, row by row (compressed sparse rows), of `rows` x `columns`.
///
/// Within a row the columns ascend and the values are not zero.
public struct CSRMatrix: Sendable, Equatable {
    /// For each row the index of its first entry, and at the end the number of entries.
    public private(set) var rowOffsets: [Int] = [0]
    /// For each entry its column.
    public private(set) var columnIndices: [UInt32] = []
    /// For each entry its value.
    public private(set) var values: [Float] = []
    /// The number of columns.
    public let columns: Int

    /// Creates a matrix without rows.
    public init(columns: Int) {
        self.columns = columns
    }

    /// The number of rows.
    public var rows: Int { rowOffsets.count - 1 }

    /// The entries of a row, as a range of `columnIndices` and `values`.
    @inlinable
    public func entries(ofRow row: Int) -> Range<Int> {
        rowOffsets[row]..<rowOffsets[row + 1]
    }

    /// Makes room for a number of rows and entries.
    public mutating func reserveCapacity(rows: Int, entries: Int) {
        rowOffsets.reserveCapacity(rows + 1)
        columnIndices.reserveCapacity(entries)
        values.reserveCapacity(entries)
    }

    /// Appends a row of ascending columns and their values.
    public mutating func appendRow(_ row: SparseVector) {
        precondition(row.indices.count == row.values.count, "a column for each value")
        precondition((row.indices.last ?? 0) < max(1, columns), "columns lie inside the matrix")
        columnIndices.append(contentsOf: row.indices)
        values.append(contentsOf: row.values)
        rowOffsets.append(columnIndices.count)
    }
}

/// One row of features: ascending indices and their values.
public struct SparseVector: Sendable, Equatable {
    /// The features, ascending.
    public var indices: [UInt32]
    /// The value of each feature.
    public var values: [Float]

    /// Creates a vector; without arguments one without entries.
    public init(indices: [UInt32] = [], values: [Float] = []) {
        self.indices = indices
        self.values = values
    }

    /// Removes all entries and keeps the storage.
    public mutating func removeAll() {
        indices.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
    }
}
