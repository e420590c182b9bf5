import Glibc

/// A measure of impurity, split into a sum over classes that a moved document changes in O(1) and the rest.
///
/// For weighted class counts c with the sum W, S = sum of `term(c)`; the `score` of a node is greater the purer it is, and
/// the best split has the greatest sum of its sides' scores. Both follow from multiplying the impurity by W and leaving
/// out what is the same for all splits of a node.
protocol ImpurityMeasure: Sendable {
    static func term(_ count: Double) -> Double
    static func score(sum: Double, weight: Double) -> Double
    /// The impurity as scikit-learn defines it.
    static func impurity(sum: Double, weight: Double) -> Double
    /// Whether only one class has weight; the tolerance lets fractional class weights count as pure in spite of rounding.
    static func isPure(sum: Double, weight: Double) -> Bool
}

/// Gini impurity: 1 - sum (c/W)^2.
enum GiniMeasure: ImpurityMeasure {
    @inline(__always)
    static func term(_ count: Double) -> Double { count * count }

    @inline(__always)
    static func score(sum: Double, weight: Double) -> Double { sum / weight }

    @inline(__always)
    static func impurity(sum: Double, weight: Double) -> Double { 1 - sum / (weight * weight) }

    @inline(__always)
    static func isPure(sum: Double, weight: Double) -> Bool { sum >= weight * weight * (1 - 1e-10) }
}

/// Shannon entropy in bits: - sum c/W log2 c/W.
enum EntropyMeasure: ImpurityMeasure {
    @inline(__always)
    static func term(_ count: Double) -> Double { count > 0 ? count * Glibc.log2(count) : 0 }

    @inline(__always)
    static func score(sum: Double, weight: Double) -> Double { sum - weight * Glibc.log2(weight) }

    @inline(__always)
    static func impurity(sum: Double, weight: Double) -> Double { Glibc.log2(weight) - sum / weight }

    @inline(__always)
    static func isPure(sum: Double, weight: Double) -> Bool { -score(sum: sum, weight: weight) <= weight * 1e-10 }
}
