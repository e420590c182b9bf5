import Dataset
import FeatureExtraction
import TextAnalysis

extension TermList {
    /// The list of the words in a text, which single spaces separate.
    init(words: String) {
        self.init()
        for word in words.utf8.split(separator: UInt8(ascii: " ")) { append(word) }
    }
}

extension TfidfVectorizer {
    /// Fits documents of words that are shared out among as many counters as there are shares.
    static func fit(
        _ documents: [String],
        shares: [Int]? = nil,
        _ parameters: TfidfParameters
    ) throws -> (vectorizer: TfidfVectorizer, matrix: CSRMatrix) {
        var rest = documents[...]
        let counters = (shares ?? [documents.count]).map { share in
            var counter = TermCounter(parameters)
            for document in rest.prefix(share) { counter.append(TermList(words: document)) }
            rest = rest.dropFirst(share)
            return counter
        }
        return try fit(counters, parameters)
    }
}
