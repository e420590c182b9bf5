internal import JSON

/// How the report writes numbers; the same number is always written the same way.
public enum ReportNumber {
    /// A number with so many digits after the point, rounded to the nearest; a dash when it is not finite or too large.
    public static func fixed(_ value: Double, digits: Int) -> String {
        let scale = (0..<max(0, digits)).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (value * scale).rounded()
        guard scaled.isFinite, abs(scaled) < 1e15 else { return "–" }
        let units = Int(scaled)
        var text = String(units.magnitude)
        if digits > 0 {
            text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
            text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
        }
        return units < 0 ? "-" + text : text
    }

    /// A share as a percentage with one digit after the point: `87.5%`.
    public static func percent(_ share: Double) -> String {
        let text = fixed(share * 100, digits: 1)
        return text == "–" ? text : text + "%"
    }

    /// A share as a percentage; a dash where there is none.
    public static func percent(_ share: Double?) -> String {
        share.map { percent($0) } ?? "–"
    }

    /// A count with a comma between thousands: `10,003`.
    public static func count(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A count and what is counted: `1 document`, `10,003 documents`.
    public static func count(_ value: Int, _ noun: String) -> String {
        "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
    }

    /// A number for `metrics.json`, rounded to six digits after the point; `null` when it is not finite.
    static func json(_ value: Double?) -> JSONValue {
        guard let value, abs(value) < 1e9 else { return value.map { JSONValue($0) } ?? .null }
        return JSONValue((value * 1e6).rounded() / 1e6)
    }
}
