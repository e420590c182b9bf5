import Testing

/// A text of Prometheus, taken apart by the rules of its format.
struct PrometheusText {
    struct Sample: Equatable {
        let name: String
        let labels: [String: String]
        let value: Double
    }

    private(set) var kinds: [String: String] = [:]
    private(set) var samples: [Sample] = []

    /// Reads a text; each breach of the grammar is an issue of the test.
    init(_ text: String) throws {
        #expect(text.hasSuffix("\n"))
        var helped: Set<String> = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if let match = line.wholeMatch(of: /# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)/) {
                #expect(helped.insert(String(match.1)).inserted, "two helps: \(line)")
            } else if let match = line.wholeMatch(of: /# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)/) {
                #expect(kinds.updateValue(String(match.2), forKey: String(match.1)) == nil, "two types: \(line)")
            } else {
                let sample = try Self.sample(String(line))
                #expect(!samples.contains { $0.name == sample.name && $0.labels == sample.labels }, "twice: \(line)")
                #expect(kinds[Self.family(sample.name, kinds)] != nil, "no type: \(line)")
                samples.append(sample)
            }
        }
        #expect(helped == Set(kinds.keys))
    }

    /// The value of the series with exactly these labels.
    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        samples.first { $0.name == name && $0.labels == labels }?.value
    }

    private static func family(_ name: String, _ kinds: [String: String]) -> String {
        for suffix in ["_bucket", "_sum", "_count"] where name.hasSuffix(suffix) {
            let base = String(name.dropLast(suffix.count))
            if kinds[base] == "histogram" { return base }
        }
        return name
    }

    private static func sample(_ line: String) throws -> Sample {
        let whole = try #require(
            line.wholeMatch(of: /([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (NaN|[+-]Inf|-?[0-9.]+(?:e[+-]?[0-9]+)?)/),
            "no sample: \(line)"
        )
        var labels: [String: String] = [:]
        var rest = whole.2 ?? ""
        while !rest.isEmpty {
            let label = try #require(
                rest.prefixMatch(of: /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\["\\n])*)"(?:,|$)/),
                "no label: \(line)"
            )
            #expect(labels.updateValue(unescaped(label.2), forKey: String(label.1)) == nil)
            rest = rest[label.range.upperBound...]
        }
        return Sample(name: String(whole.1), labels: labels, value: try #require(Double(whole.3)))
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
