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

    /// The weights for a tree whose sample drew each document `draws` times.
    func weights(draws: [UInt16], classes: [UInt16]) -> [Double] {
        guard case .balancedSubsample = choice else { return fixed }
        var counts = Array(repeating: 0.0, count: count)
        for (drawn, index) in zip(draws, classes) { counts[Int(index)] += Double(drawn) }
        return Self.balanced(counts)
    }

    /// n / (classes x documents of the class); 1 for a class without documents, which no node meets.
    private static func balanced(_ counts: [Double]) -> [Double] {
        let documents = counts.reduce(0, +)
        return counts.map { $0 > 0 ? documents / (Double(counts.count) * $0) : 1 }
    }
}
