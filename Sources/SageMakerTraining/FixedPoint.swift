/// Numbers with a fixed number of digits after the point, as people and regular expressions like them.
enum FixedPoint {
    /// The number in digits, rounded to the nearest; `nil` when it is not finite or has more than 18 digits.
    static func text(_ value: Double, digits: Int) -> String? {
        let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
        let scaled = (value * Double(scale)).rounded()
        guard scaled.isFinite, abs(scaled) < 1e18 else { return nil }
        let units = Int(scaled)
        let magnitude = units.magnitude
        let sign = units < 0 ? "-" : ""
        guard digits > 0 else { return "\(sign)\(magnitude)" }
        let fraction = String(magnitude % UInt(scale))
        let zeros = String(repeating: "0", count: digits - fraction.count)
        return "\(sign)\(magnitude / UInt(scale)).\(zeros)\(fraction)"
    }
}
