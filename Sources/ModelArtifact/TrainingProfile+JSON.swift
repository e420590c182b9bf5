import DriftDetection
import JSON

extension TrainingProfile {
    /// The profile with its edges, so that other versions of the program may have others.
    var json: JSONValue {
        [
            "documents": .number(JSONNumber(documents)),
            "source": .string(source.rawValue),
            "labels": .array(labelCounts.map { .number(JSONNumber($0)) }),
            "scores": scores.json,
            "lengths": lengths.json,
            "unknown_terms": unknownShares.json,
            "top_terms": .array(topTerms.map { [.string($0.term), .number(JSONNumber($0.documents))] }),
        ]
    }

    init?(json: JSONValue) {
        guard let documents = json["documents"]?.intValue, documents >= 0,
            let source = json["source"]?.stringValue.flatMap(Source.init),
            let labels = json["labels"]?.elements(\.intValue),
            labels.allSatisfy({ 0...BinnedCounts.greatestCount ~= $0 }),
            let scores = json["scores"].flatMap(BinnedCounts.init(json:)),
            let lengths = json["lengths"].flatMap(BinnedCounts.init(json:)),
            let unknownShares = json["unknown_terms"].flatMap(BinnedCounts.init(json:)),
            let terms = json["top_terms"]?.elements(Term.init(json:))
        else { return nil }
        self.init(classes: 0, documents: documents, source: source)
        labelCounts = labels
        self.scores = scores
        self.lengths = lengths
        self.unknownShares = unknownShares
        topTerms = terms
    }
}

extension TrainingProfile.Term {
    fileprivate init?(json: JSONValue) {
        guard let pair = json.arrayValue, pair.count == 2, let term = pair[0].stringValue,
            let documents = pair[1].intValue, documents >= 0
        else { return nil }
        self.init(term, documents: documents)
    }
}

extension BinnedCounts {
    fileprivate var json: JSONValue {
        ["edges": .array(edges.map { JSONValue($0) }), "counts": .array(counts.map { .number(JSONNumber($0)) })]
    }

    fileprivate init?(json: JSONValue) {
        guard let edges = json["edges"]?.elements(\.doubleValue), let counts = json["counts"]?.elements(\.intValue)
        else { return nil }
        self.init(edges: edges, counts: counts)
    }
}
