/// How many answers would be given without an analyst, and how many of them are right.
public struct AutomaticShare: Sendable, Equatable {
    /// All answers.
    public private(set) var documents = 0
    /// Those that are automatic.
    public private(set) var automatic = 0
    /// Those that are automatic and right.
    public private(set) var right = 0

    /// Creates the share of no answers.
    public init() {}

    /// Counts answers.
    public init(_ answers: some Sequence<ScoredDocument>, _ confidence: Confidence) {
        for answer in answers { add(answer, confidence) }
    }

    /// The share of each class among the answers of that class, by class.
    public static func byClass(_ answers: some Sequence<ScoredDocument>, _ confidence: Confidence) -> [AutomaticShare] {
        var shares = [AutomaticShare](repeating: AutomaticShare(), count: confidence.thresholds.count)
        for answer in answers where shares.indices.contains(answer.best) { shares[answer.best].add(answer, confidence) }
        return shares
    }

    private mutating func add(_ answer: ScoredDocument, _ confidence: Confidence) {
        documents += 1
        guard confidence.isAutomatic(answer.best, score: answer.score) else { return }
        automatic += 1
        right += answer.isRight ? 1 : 0
    }

    /// The share of the answers that are automatic; 0 without answers.
    public var share: Double { documents == 0 ? 0 : Double(automatic) / Double(documents) }

    /// The share of the automatic answers that are right; `nil` without any.
    public var precision: Double? { automatic == 0 ? nil : Double(right) / Double(automatic) }

    /// The hours of analysts that the automatic answers of 1,000 e-mails save, at so many minutes for each.
    public func hoursSavedPerThousand(minutesPerMail: Double) -> Double { share * 1000 * minutesPerMail / 60 }
}
