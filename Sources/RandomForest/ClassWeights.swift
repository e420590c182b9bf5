/// The weight of each class, resolved for a training set or for one tree's sample.
struct ClassWeights: Sendable {
    private let choice: ClassWeight
    private let fixed: [Double]

    init(_ choice: ClassWeight, classes: [Int], labels: [String]) {
        self.choice = choice
        switch choice {
        case .uniform, .balancedSubsample:
            fixed = Array(repeating: 1, count: labels.count)
        case .balanced:
            var counts = Array(repeating: 0.0, count: labels.count)
            for index in classes { counts[index] += 1 }
            fixed = Self.balanced(counts)
        case .perLabel(let weights):
            fixed = labels.map { weights[$0] ?? 1 }
        }
    }

    /// The number of classes.
    var count: Int { fixed.count }

    /// Whether a class has weight.
    func hasWeight(_ index: Int) -> Bool { fixed[index] > 0 }

    /// The weight of a class before any tree's sample is looked at.
    func fixedWeight(_ index: Int) -> Double { fixed[index] }

    /// Writes the weights for a tree's sample into `weights`.
    func resolve(into weights: borrowing WorkBuffer<Double>, for infos: borrowing WorkBuffer<SampleInfo>) {
        var resolved = fixed
        if case .balancedSubsample = choice {
            var counts = Array(repeating: 0.0, count: count)
            for document in 0..<infos.count { counts[infos[document].classIndex] += Double(infos[document].draws) }
            resolved = Self.balanced(counts)
        }
        for index in resolved.indices { weights[index] = resolved[index] }
    }

    /// n / (classes x documents of the class), over the classes that have documents, as scikit-learn counts them.
    private static func balanced(_ counts: [Double]) -> [Double] {
        let documents = counts.reduce(0, +)
        let classes = Double(counts.count { $0 > 0 })
        return counts.map { $0 > 0 ? documents / (classes * $0) : 1 }
    }
}
