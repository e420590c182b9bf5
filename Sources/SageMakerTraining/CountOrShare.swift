/// A number that scikit-learn reads by its Python type: 2 is a count, 0.5 and 1.0 are shares of the whole.
///
/// The tuner writes whole numbers as `2.0` too; above 1 they can only be counts.
enum CountOrShare: Equatable {
    case count(Int)
    case share(Double)

    /// Reads a value; `nil` when it is no number, or has a fraction above 1.
    init?(_ value: HyperparameterValue) {
        if let text = value.text, let count = Int(text) {
            self = .count(count)
        } else if let number = value.number, number <= 1 {
            self = .share(number)
        } else if let count = value.integer {
            self = .count(count)
        } else {
            return nil
        }
    }
}
