import HTTP

/// Chooses the format of an answer (RFC 9110 section 12.5.1).
struct AnswerNegotiation: Sendable {
    /// What is given when the request leaves it open.
    let usual: AnswerFormat

    /// Creates a negotiation; without a type from the environment an answer is of the request's own type, since a
    /// batch job joins lines to lines, and JSON when that has no answer form.
    init(environment: MediaType?, request: RequestFormat.Kind) {
        if let format = environment.flatMap({ AnswerFormat($0) }) {
            usual = format
        } else {
            switch request {
            case .json, .plainText: usual = .json
            case .jsonLines: usual = .jsonLines
            case .csv: usual = .csv
            }
        }
    }

    /// The format of the highest weight; of equals the one that is named most exactly, then the one named first.
    func format(for accept: String?) throws(InferenceError) -> AnswerFormat {
        switch accept {
        case nil, "", "*/*": return usual
        case "application/json": return .json
        case let field?: return try format(in: AcceptList(field), field)
        }
    }

    private func format(in list: AcceptList, _ field: String) throws(InferenceError) -> AnswerFormat {
        if list.ranges.isEmpty { return usual }
        var best: (format: AnswerFormat, weight: Int, isExact: Bool)?
        for range in list.ranges where range.weight > 0 {
            guard let format = format(for: range.media, in: list) else { continue }
            let isExact = range.media.subtype != "*"
            if let best, (best.weight, best.isExact ? 1 : 0) >= (range.weight, isExact ? 1 : 0) { continue }
            best = (format, range.weight, isExact)
        }
        guard let best else { throw InferenceError(.notAcceptable(field)) }
        return best.format
    }

    /// The format for one range; a wildcard gives the usual format if it may, else the first that it covers.
    private func format(for media: MediaType, in list: AcceptList) -> AnswerFormat? {
        guard media.subtype == "*" else { return AnswerFormat(media) }
        let offers = [usual, .json, .jsonLines, .csv, .plainText]
        return offers.first { offer in
            guard let type = MediaType(parsing: offer.contentType) else { return false }
            let isCovered = media.type == "*" || media.type == type.type
            return isCovered && list.weight(of: MediaType(type.type, type.subtype)) > 0
        }
    }
}
