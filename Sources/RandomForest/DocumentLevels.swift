public import Dataset

/// One document's levels, feature by feature, ready for walks; one for each thread.
public struct DocumentLevels: Sendable {
    private(set) var levels: [PresentLevel]
    /// The features that the document has, in its order.
    private(set) var present: [Int] = []
    private var exits: RootExits
    private let roots: RootIndex

    /// Creates the levels of an empty document for a forest.
    public init(for forest: Forest) {
        levels = Array(repeating: .absent, count: forest.features + 1)
        // Every document has the feature that ends a spine.
        levels[forest.features] = PresentLevel(.max)
        roots = forest.roots
        exits = RootExits(roots)
    }

    /// For each tree the step where the document leaves the root spine.
    var rootSteps: [UInt32] { exits.steps }

    /// Takes a document's features in place of those before; O(features of both documents + their turns + trees).
    public mutating func load(_ document: SparseVector) {
        clear()
        for position in document.indices.indices {
            add(feature: Int(document.indices[position]), level: FeatureLevel.level(of: document.values[position]))
        }
        roots.settle(&exits)
    }

    /// Takes the features of a document of a matrix.
    mutating func load(_ document: Int, of matrix: LevelMatrix) {
        clear()
        for position in matrix.row(document) {
            add(feature: matrix.entries[position].feature, level: matrix.entries[position].level)
        }
        roots.settle(&exits)
    }

    private mutating func clear() {
        for feature in present { levels[feature] = .absent }
        present.removeAll(keepingCapacity: true)
        roots.stay(&exits)
    }

    private mutating func add(feature: Int, level: UInt8) {
        guard feature < levels.count - 1 else { return }
        levels[feature] = PresentLevel(level)
        present.append(feature)
        roots.leave(by: feature, level: level, &exits)
    }
}
