/// Writes the text format of Prometheus, version 0.0.4.
///
/// Source: https://prometheus.io/docs/instrumenting/exposition_formats/
struct PrometheusWriter {
    /// What kind of series a family has.
    enum Kind: String {
        case counter, gauge, histogram
    }

    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// Begins a family; its samples follow.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ name: String, _ value: Int, _ labels: [(String, String)] = []) {
        line(name, labels, String(value))
    }

    mutating func sample(_ name: String, _ value: Double, _ labels: [(String, String)] = []) {
        line(name, labels, value.description)
    }

    /// The samples of a histogram.
    mutating func samples(_ name: String, _ histogram: Histogram, _ labels: [(String, String)] = []) {
        let counts = histogram.cumulativeCounts
        for (bound, count) in zip(histogram.bounds, counts) {
            sample(name + "_bucket", count, labels + [("le", bound.description)])
        }
        sample(name + "_bucket", counts.last ?? 0, labels + [("le", "+Inf")])
        sample(name + "_sum", histogram.sum, labels)
        sample(name + "_count", counts.last ?? 0, labels)
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: String) {
        text += name
        if !labels.isEmpty {
            text += "{" + labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",") + "}"
        }
        text += " \(value)\n"
    }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
