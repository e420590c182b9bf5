extension ConfusionMatrix {
    /// One count of the matrix.
    public struct Entry: Sendable, Equatable {
        /// The true class.
        public let actual: Int
        /// The class that the documents were given.
        public let predicted: Int
        /// The number of documents.
        public let count: Int

        /// Creates an entry.
        public init(actual: Int, predicted: Int, count: Int) {
            self.actual = actual
            self.predicted = predicted
            self.count = count
        }
    }

    /// The counts above 0, row by row.
    public var entries: [Entry] {
        counts.indices.compactMap { index in
            counts[index] == 0
                ? nil : Entry(actual: index / classCount, predicted: index % classCount, count: counts[index])
        }
    }

    /// The counts above 0 beside the diagonal, the greatest first, equals row by row.
    public var confusions: [Entry] {
        entries.enumerated().filter { $1.actual != $1.predicted }
            .sorted {
                $0.element.count == $1.element.count ? $0.offset < $1.offset : $0.element.count > $1.element.count
            }
            .map(\.element)
    }
}
