import Glibc

/// A measure of impurity, split into a sum over classes that a moved document changes in O(1) and the rest.
///
/// For weighted class counts c with the sum W, S = sum of a term t(c); the `score` of a node is greater the purer it is,
/// and the best split has the greatest sum of its sides' scores. Both follow from multiplying the impurity by W and
/// leaving out what is the same for all splits of a node.
protocol ImpurityMeasure: Sendable {
    /// t(count + added) - t(count).
    static func change(of count: Double, by added: Double) -> Double
    static func score(sum: Double, weight: Double) -> Double
    /// The sum of the scores of two sides that both have weight.
    static func score(_ one: (sum: Double, weight: Double), _ other: (sum: Double, weight: Double)) -> Double
    /// The score from which a node, or a split of it, counts as pure: the greatest there is but for rounding.
    static func perfectScore(weight: Double) -> Double
}

/// Gini impurity: 1 - sum (c/W)^2.
enum GiniMeasure: ImpurityMeasure {
    @inline(__always)
    static func change(of count: Double, by added: Double) -> Double { added * (count + count + added) }

    @inline(__always)
    static func score(sum: Double, weight: Double) -> Double { sum / weight }

    /// One division in place of two.
    @inline(__always)
    static func score(_ one: (sum: Double, weight: Double), _ other: (sum: Double, weight: Double)) -> Double {
        (one.sum * other.weight + other.sum * one.weight) / (one.weight * other.weight)
    }

    @inline(__always)
    static func perfectScore(weight: Double) -> Double { weight * (1 - 1e-12) }
}

/// Shannon entropy in bits: - sum c/W log2 c/W.
enum EntropyMeasure: ImpurityMeasure {
    @inline(__always)
    static func change(of count: Double, by added: Double) -> Double { term(count + added) - term(count) }

    @inline(__always)
    static func score(sum: Double, weight: Double) -> Double { sum - term(weight) }

    @inline(__always)
    static func score(_ one: (sum: Double, weight: Double), _ other: (sum: Double, weight: Double)) -> Double {
        score(sum: one.sum, weight: one.weight) + score(sum: other.sum, weight: other.weight)
    }

    @inline(__always)
    static func perfectScore(weight: Double) -> Double { -1e-12 * weight }

    @inline(__always)
    private static func term(_ count: Double) -> Double { count > 0 ? count * Glibc.log2(count) : 0 }
}
