public import FeatureExtraction
public import RandomForest
public import TextAnalysis

/// What a job is to do, from its hyperparameters: everything that decides which model comes out.
public struct TrainingConfiguration: Sendable, Equatable {
    /// The column of the text; `nil` for `text`, else `message`, else `source`.
    public var textColumn: String?
    /// The column of the label; `nil` for `label`.
    public var labelColumn: String?
    /// The attributes of an augmented manifest; `nil` for `source`, `label`.
    public var attributeNames: [String]?
    /// Which documents are read; `nil` for all.
    public var filter: DocumentFilter?
    /// What becomes of the documents before they are learned from.
    public var preparation: PreparationParameters
    /// How texts become terms.
    public var analyzer: AnalyzerParameters
    /// How terms become features.
    public var tfidf: TfidfParameters
    /// How the forest grows.
    public var forest: RandomForestParameters
    /// How sure answers are made of votes, and when they are automatic.
    public var confidence: ConfidenceParameters
    /// How many labels an answer of the served model holds when the caller does not say.
    public var topK: Int
    /// Whether the job writes a report of the model beside it.
    public var writesReport: Bool

    /// The most labels in an answer.
    public static let greatestTopK = 1000

    /// Creates the configuration of a job without hyperparameters.
    public init() {
        guard let tfidf = try? TfidfParameters() else { preconditionFailure("the defaults are within their ranges") }
        self.tfidf = tfidf
        preparation = PreparationParameters()
        analyzer = AnalyzerParameters()
        forest = RandomForestParameters()
        confidence = ConfidenceParameters()
        topK = 1
        writesReport = true
    }

    /// The columns to read.
    public var columns: DocumentColumns {
        DocumentColumns(text: textColumn, label: labelColumn, filter: filter, attributes: attributeNames)
    }
}
