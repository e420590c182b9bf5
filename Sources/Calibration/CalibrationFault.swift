/// Why stored parameters make no calibration.
public enum CalibrationFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The knots of a curve.
    case curve
    /// A slope, an offset or another number.
    case parameter(String)
    /// The parameters of so many classes are there.
    case classes(found: Int, expected: Int)
    /// A threshold or the target precision.
    case threshold

    /// What is wrong.
    public var description: String {
        switch self {
        case .curve: "a curve falls, or its knots are out of order or not from 0 to 1"
        case .parameter(let name): "\(name) is out of range"
        case .classes(let found, let expected): "it has parameters of \(found) classes in place of \(expected)"
        case .threshold: "a threshold or the target precision is not from 0 to 1"
        }
    }
}
