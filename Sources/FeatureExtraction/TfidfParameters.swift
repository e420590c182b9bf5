/// A bound on the number of documents that hold a term.
public enum DocumentFrequency: Sendable, Equatable {
    /// A number of documents.
    case count(Int)
    /// A share of all documents, from 0 to 1.
    case share(Double)

    /// The bound as a number of documents (not rounded) out of `documents`.
    public func documents(of documents: Int) -> Double {
        switch self {
        case .count(let count): Double(count)
        case .share(let share): share * Double(documents)
        }
    }
}

/// The parameters of a TF-IDF vectorizer, with scikit-learn's names and meaning (`TfidfVectorizer`).
public struct TfidfParameters: Sendable, Equatable {
    /// The shortest and longest n-gram of terms.
    public var ngramRange: ClosedRange<Int>
    /// The greatest number of features, by number of occurrences in the training texts; `nil` for no bound.
    public var maxFeatures: Int?
    /// Terms in fewer documents than this are left out.
    public var minDF: DocumentFrequency
    /// Terms in more documents than this are left out.
    public var maxDF: DocumentFrequency
    /// Whether a count c weighs 1 + ln(c) in place of c.
    public var sublinearTF: Bool

    /// The longest n-gram that may be asked for.
    public static let longestNGram = 5

    /// Creates parameters; the defaults are scikit-learn's.
    ///
    /// - Throws: `TfidfError` that names the parameter that is out of its range.
    public init(
        ngramRange: ClosedRange<Int> = 1...1,
        maxFeatures: Int? = nil,
        minDF: DocumentFrequency = .count(1),
        maxDF: DocumentFrequency = .share(1),
        sublinearTF: Bool = false
    ) throws(TfidfError) {
        self.ngramRange = ngramRange
        self.maxFeatures = maxFeatures
        self.minDF = minDF
        self.maxDF = maxDF
        self.sublinearTF = sublinearTF
        try validate()
    }

    /// Checks every parameter's range, since they can be changed one by one.
    ///
    /// - Throws: `TfidfError` that names the parameter that is out of its range.
    public func validate() throws(TfidfError) {
        guard ngramRange.lowerBound >= 1, ngramRange.upperBound <= Self.longestNGram else {
            throw TfidfError(.parameter("ngram_range", allowed: "1 to \(Self.longestNGram), the smaller first"))
        }
        if let maxFeatures, maxFeatures < 1 {
            throw TfidfError(.parameter("max_features", allowed: "a whole number from 1, or none"))
        }
        guard minDF.isValid, maxDF.isValid else {
            throw TfidfError(
                .parameter(
                    minDF.isValid ? "max_df" : "min_df",
                    allowed: "a whole number from 1, or a share from 0.0 to 1.0"
                )
            )
        }
    }
}

extension DocumentFrequency {
    var isValid: Bool {
        switch self {
        case .count(let count): count >= 1
        case .share(let share): (0...1).contains(share)
        }
    }
}
