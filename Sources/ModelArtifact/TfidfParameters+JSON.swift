import FeatureExtraction
import JSON

extension TfidfParameters {
    /// What serving needs of the parameters; the bounds on document frequencies only matter while fitting.
    var json: JSONValue {
        [
            "ngram_range": [
                .number(JSONNumber(ngramRange.lowerBound)), .number(JSONNumber(ngramRange.upperBound)),
            ],
            "sublinear_tf": .bool(sublinearTF),
        ]
    }

    init?(json: JSONValue) {
        guard let lengths = json["ngram_range"]?.elements(\.intValue), lengths.count == 2,
            lengths[0] >= 1, lengths[0] <= lengths[1], let sublinearTF = json["sublinear_tf"]?.boolValue,
            let parameters = try? TfidfParameters(ngramRange: lengths[0]...lengths[1], sublinearTF: sublinearTF)
        else { return nil }
        self = parameters
    }
}
