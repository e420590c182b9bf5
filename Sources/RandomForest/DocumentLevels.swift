public import Dataset

/// One document's levels, feature by feature, ready for walks; one for each thread.
public struct DocumentLevels: Sendable {
    private(set) var levels: [UInt8]
    /// For each feature 1 where the document has it, else 0.
    private(set) var presence: [UInt8]
    /// For each tree the step where the document leaves the root spine.
    private(set) var rootSteps: [UInt32]
    /// The features that the document has, in its order.
    private(set) var present: [Int] = []
    private let roots: RootIndex

    /// Creates the levels of an empty document for a forest.
    public init(for forest: Forest) {
        levels = Array(repeating: 0, count: forest.features + 1)
        // Every document has the feature that ends a spine.
        levels[forest.features] = .max
        presence = Array(repeating: 0, count: levels.count)
        presence[forest.features] = 1
        roots = forest.roots
        rootSteps = roots.ends
    }

    /// Takes a document's features in place of those before; O(features of both documents + their turns + trees).
    public mutating func load(_ document: SparseVector) {
        clear()
        for position in document.indices.indices {
            add(feature: Int(document.indices[position]), level: FeatureLevel.level(of: document.values[position]))
        }
    }

    /// Takes the features of a document of a matrix.
    mutating func load(_ document: Int, of matrix: LevelMatrix) {
        clear()
        for position in matrix.row(document) {
            add(feature: matrix.entries[position].feature, level: matrix.entries[position].level)
        }
    }

    private mutating func clear() {
        for feature in present {
            levels[feature] = 0
            presence[feature] = 0
        }
        present.removeAll(keepingCapacity: true)
        for tree in rootSteps.indices { rootSteps[tree] = roots.ends[tree] }
    }

    private mutating func add(feature: Int, level: UInt8) {
        guard feature < levels.count - 1 else { return }
        levels[feature] = level
        presence[feature] = 1
        present.append(feature)
        roots.leave(by: feature, level: level, &rootSteps)
    }
}
