/// From which score on the answers of each class are right often enough to be given without an analyst.
///
/// A class has the lowest threshold at which the precision of its own answers, by the lower bound of a one-sided
/// confidence interval, reaches the target. That takes 45 answers without a fault for .95, so that classes with few
/// documents could never show it. They are tested together: the lowest threshold at which the answers of all of them
/// reach the target by the same bound. A class that is significantly worse than the target there leaves the group, and
/// the others are tested again. What is then still without a threshold is never automatic.
public struct AutomaticThresholds: Sendable, Equatable {
    /// How sure the bounds are, one-sided.
    public static let confidence = 0.9

    /// What a class's threshold rests on.
    public enum Basis: String, Sendable, Equatable {
        /// The answers of the class itself.
        case own
        /// The answers of all classes that have too few of their own.
        case group
        /// There is none: answers of the class are never automatic.
        case never
    }

    /// The precision to reach.
    public let targetPrecision: Double
    /// For each class the least score of an automatic answer; `nil` when none may be.
    public let thresholds: [Float?]
    /// For each class what that rests on.
    public let bases: [Basis]

    /// Finds the thresholds of `classes` classes from answers to documents that the scores were not fitted to.
    ///
    /// O(documents x log documents) and a bound for each document at worst.
    public init(_ answers: [ScoredDocument], classes: Int, targetPrecision: Double) {
        self.targetPrecision = targetPrecision
        var byClass = [[ScoredDocument]](repeating: [], count: classes)
        for answer in answers { byClass[answer.best].append(answer) }
        var thresholds = byClass.map { Self.lowest($0, targetPrecision) }
        var bases = thresholds.map { $0 == nil ? Basis.never : .own }
        var group = Set(thresholds.indices.filter { thresholds[$0] == nil && !byClass[$0].isEmpty })
        // A group of one has been tested already.
        while group.count > 1, let threshold = Self.lowest(group.sorted().flatMap { byClass[$0] }, targetPrecision) {
            let refuted = group.filter { Self.isRefuted(byClass[$0], threshold, targetPrecision) }
            guard refuted.isEmpty else {
                group.subtract(refuted)
                continue
            }
            for index in group {
                thresholds[index] = threshold
                bases[index] = .group
            }
            break
        }
        self.thresholds = thresholds
        self.bases = bases
    }

    /// The lowest score such that the answers from it on reach the target by the lower bound.
    private static func lowest(_ answers: [ScoredDocument], _ target: Double) -> Float? {
        let ascending = answers.sorted { $0.score < $1.score }
        var right = ascending.reduce(0) { $0 + ($1.isRight ? 1 : 0) }
        var first = 0
        while first < ascending.count {
            let count = ascending.count - first
            let score = ascending[first].score
            if BinomialTail.isAtLeast(target, right: right, of: count, confidence: confidence) { return score }
            // Answers with one score pass together or not at all.
            while first < ascending.count, ascending[first].score == score {
                right -= ascending[first].isRight ? 1 : 0
                first += 1
            }
        }
        return nil
    }

    private static func isRefuted(_ answers: [ScoredDocument], _ threshold: Float, _ target: Double) -> Bool {
        let automatic = answers.filter { $0.score >= threshold }
        let right = automatic.count { $0.isRight }
        return BinomialTail.isBelow(target, right: right, of: automatic.count, confidence: confidence)
    }
}
