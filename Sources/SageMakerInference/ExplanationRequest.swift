import HTTP
import TextClassification

/// Whether a request wants its answers explained, and by how many terms.
///
/// SageMaker's own explainer takes a JMESPath expression in the header; of these the literals are understood here.
enum ExplanationRequest {
    /// The name in the query.
    static let name = "explain"
    /// The header that SageMaker hands on.
    static let header = "X-Amzn-SageMaker-Enable-Explanations"

    /// How many terms for and against a label are to be listed; `nil` when no explanation is wanted.
    ///
    /// The query decides before the header.
    static func terms(_ request: HTTPRequest) throws(InferenceError) -> Int? {
        if let query = request.query, !query.isEmpty, let text = QueryParameters(query)[name] {
            return try terms(text, from: name)
        }
        guard let text = request.headers[header] else { return nil }
        return try terms(text.trimming { $0 == "`" || $0 == " " }, from: header)
    }

    private static func terms(_ text: String, from name: String) throws(InferenceError) -> Int? {
        switch text.lowercased() {
        case "true": return ExplanationLimits.usualTerms
        case "false", "0": return nil
        default:
            guard let terms = Int(text), 1...ExplanationLimits.mostTerms ~= terms else {
                throw InferenceError(.invalidExplain(name: name, limit: ExplanationLimits.mostTerms))
            }
            return terms
        }
    }
}

extension String {
    /// The text without the characters at both ends that `isTrimmed` names.
    fileprivate func trimming(_ isTrimmed: (Character) -> Bool) -> String {
        String(drop(while: isTrimmed).reversed().drop(while: isTrimmed).reversed())
    }
}
