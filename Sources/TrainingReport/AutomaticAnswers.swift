internal import Evaluation

/// Which answers may go out without an analyst, and what that saves.
public struct AutomaticAnswers: Sendable, Equatable {
    /// By label the least score of an automatic answer; `nil` when none may be.
    public var thresholds: [Float?]
    /// The precision that the thresholds were chosen for.
    public var targetPrecision: Double
    /// The minutes of an analyst that an automatic answer saves.
    public var minutesPerMail: Double

    /// Creates the rules from their parts.
    public init(thresholds: [Float?], targetPrecision: Double, minutesPerMail: Double) {
        self.thresholds = thresholds
        self.targetPrecision = targetPrecision
        self.minutesPerMail = minutesPerMail
    }

    /// The answers of one label, or of all.
    struct Count: Sendable, Equatable {
        var documents = 0
        var automatic = 0
        var right = 0

        /// The share of the answers that are automatic; 0 without answers.
        var share: Double { documents == 0 ? 0 : Double(automatic) / Double(documents) }
        /// The share of the automatic answers that are right; `nil` without any.
        var precision: Double? { automatic == 0 ? nil : Double(right) / Double(automatic) }
    }

    /// The hours that 1,000 e-mails of such answers save.
    func hoursSavedPerThousand(_ count: Count) -> Double { count.share * 1000 * minutesPerMail / 60 }

    /// By the label that was given, what became of the documents.
    func counts(_ classifications: [Classification]) -> [Count] {
        var counts = [Count](repeating: Count(), count: thresholds.count)
        for answer in classifications where counts.indices.contains(answer.predicted) {
            counts[answer.predicted].documents += 1
            guard let threshold = thresholds[answer.predicted], answer.score >= threshold else { continue }
            counts[answer.predicted].automatic += 1
            counts[answer.predicted].right += answer.isCorrect ? 1 : 0
        }
        return counts
    }

    /// All labels together.
    static func total(_ counts: [Count]) -> Count {
        counts.reduce(into: Count()) { total, count in
            total.documents += count.documents
            total.automatic += count.automatic
            total.right += count.right
        }
    }
}
