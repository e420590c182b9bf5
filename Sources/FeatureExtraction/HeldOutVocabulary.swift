import Glibc
public import TextAnalysis

/// What the vectorizer would know of its own training documents if it had not seen them.
public struct HeldOutVocabulary: Sendable {
    private let vectorizer: TfidfVectorizer
    private let isKnown: [Bool]
    /// For each feature the number of training documents that hold it.
    public let documentFrequencies: [Int]

    /// Prepares the vocabulary of a vectorizer that was fitted on `documents` documents.
    ///
    /// A term that stands in one document only would be unknown if that document were held out. So the share of such
    /// terms estimates the share of unknown ones; source: I. J. Good, "The population frequencies of species and the
    /// estimation of population parameters", 1953. With `min_df` k the same holds for terms in k documents.
    public init(_ vectorizer: TfidfVectorizer, documents: Int) {
        self.vectorizer = vectorizer
        let least = vectorizer.parameters.minDF.documents(of: documents)
        // The inverse of the smooth weight, ln((1 + n) / (1 + df)) + 1.
        documentFrequencies = vectorizer.idf.map { weight in
            let frequency = Double(1 + documents) / Glibc.exp(Double(weight) - 1) - 1
            return Int(max(1, min(frequency.rounded(), Double(documents))))
        }
        isKnown = documentFrequencies.map { $0 > 1 && Double($0 - 1) >= least }
    }

    /// How many of a training document's shortest n-grams would be known without it, counting each occurrence.
    public func knownTerms(of list: TermList) -> Int {
        var known = 0
        list.forEachNGram(vectorizer.parameters.ngramRange.lowerBound) { range in
            if let feature = vectorizer.vocabulary.feature(of: list.bytes, range), isKnown[feature] { known += 1 }
        }
        return known
    }
}
