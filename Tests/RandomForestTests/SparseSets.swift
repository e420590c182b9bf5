import Dataset

@testable import RandomForest

/// A small random training set, the same for the same seed.
struct SparseSet: CustomStringConvertible {
    var matrix: LevelMatrix
    var vectors: [SparseVector]
    var classes: [Int]
    var labels: [String]
    let seed: UInt64

    var description: String { "set of seed \(seed)" }

    /// Draws documents with features of few levels, so that ties, duplicates and constant features are common.
    init(seed: UInt64, documents: Int = 30, features: Int = 12, classes count: Int = 3, density: Double = 0.3) throws {
        var generator = SeededGenerator(seed: seed)
        let values: [Float] = [0.1, 0.25, 0.25, 0.5, 0.9]
        vectors = (0..<documents).map { _ in
            let indices = (0..<features).filter { _ in generator.unit() < density }.map { UInt32($0) }
            return SparseVector(indices: indices, values: indices.map { _ in values[generator.below(values.count)] })
        }
        classes = (0..<documents).map { _ in generator.below(count) }
        labels = (0..<count).map { "class \($0)" }
        self.seed = seed
        matrix = try Self.matrix(vectors, features: features)
    }

    /// A set of given documents.
    init(_ vectors: [SparseVector], features: Int, classes: [Int], labels: Int? = nil) throws {
        self.vectors = vectors
        self.classes = classes
        self.labels = (0..<(labels ?? (classes.max() ?? 0) + 1)).map { "class \($0)" }
        seed = 0
        matrix = try Self.matrix(vectors, features: features)
    }

    private static func matrix(_ vectors: [SparseVector], features: Int) throws -> LevelMatrix {
        var rows = CSRMatrix(columns: features)
        for vector in vectors { rows.appendRow(vector) }
        return try LevelMatrix(rows)
    }

    /// The levels of a document, feature by feature.
    func levels(of document: Int) -> [UInt8] {
        (0..<matrix.features).map { matrix.level(of: $0, in: document) }
    }

    func trainer(_ change: (inout RandomForestParameters) -> Void = { _ in }) throws -> RandomForestTrainer {
        var parameters = RandomForestParameters()
        parameters.nEstimators = 10
        parameters.nJobs = 1
        change(&parameters)
        return try RandomForestTrainer(parameters, matrix: matrix, classes: classes, labels: labels)
    }
}

extension DecisionTree {
    /// The node where a document ends: the plain walk, by the definition.
    func leaf(of levels: [UInt8]) -> Int {
        var node = 0
        while features[node] != Self.leafMark {
            node = levels[Int(features[node])] <= self.levels[node] ? node + 1 : Int(rights[node])
        }
        return node
    }

    /// The class probabilities of a leaf.
    func probabilities(ofLeaf node: Int, classes: Int) -> [Float] {
        var probabilities = [Float](repeating: 0, count: classes)
        let value = Int(rights[node])
        guard value >= classes else {
            probabilities[value] = 1
            return probabilities
        }
        let mixture = value - classes
        for part in Int(mixtures.offsets[mixture])..<Int(mixtures.offsets[mixture + 1]) {
            probabilities[Int(mixtures.classes[part])] += mixtures.probabilities[part]
        }
        return probabilities
    }

    /// The inner nodes with the documents that reach each.
    func innerNodes(of set: SparseSet, documents: [Int]) -> [(node: Int, documents: [Int])] {
        var waiting = [(0, documents)]
        var found: [(Int, [Int])] = []
        while let (node, reached) = waiting.popLast() {
            guard features[node] != Self.leafMark else { continue }
            found.append((node, reached))
            let goesLeft = { (document: Int) in
                set.matrix.level(of: Int(features[node]), in: document) <= levels[node]
            }
            waiting.append((node + 1, reached.filter(goesLeft)))
            waiting.append((Int(rights[node]), reached.filter { !goesLeft($0) }))
        }
        return found
    }
}
