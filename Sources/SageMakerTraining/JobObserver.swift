/// Follows a job from outside, as an experiment tracker does; it must return at once and can change nothing.
public protocol JobObserver: Sendable {
    /// Hears of a metric under the name that is printed; `step` is the number of trees measured, else 0.
    func record(_ name: String, _ value: Double, step: Int)

    /// Hears of a fact that is no number, such as the language of the texts.
    func describe(_ name: String, _ text: String)
}
