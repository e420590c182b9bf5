/// The longest text to learn from.
public enum TextLengthLimit: Sendable, Equatable {
    /// So many characters (Unicode scalars).
    case characters(Int)
    /// The mean length and so many standard deviations above it.
    case deviations(Double)

    /// The limit in characters for texts of these lengths.
    func characters(of lengths: [Int]) -> Double {
        switch self {
        case .characters(let count): return Double(count)
        case .deviations(let factor):
            let count = Double(max(lengths.count, 1))
            let mean = lengths.reduce(0) { $0 + Double($1) } / count
            let variance = lengths.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
            return mean + factor * variance.squareRoot()
        }
    }

    /// The limit as a user would write it.
    var written: String {
        switch self {
        case .characters(let count): "\(count)"
        case .deviations(let factor): "\(factor)sd"
        }
    }
}
