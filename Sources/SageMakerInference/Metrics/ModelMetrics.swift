import AutomaticReplies
import DriftDetection

/// What one model has predicted, counted without locks.
final class ModelMetrics: Sendable {
    /// The most labels that are counted one by one; those after them count as one, since each is a series to store.
    static let countedLabels = 200

    let documents = Counter()
    let terms = Counter()
    let knownTerms = Counter()
    let scores = Histogram(bounds: stride(from: 1, through: 10, by: 1).map { Double($0) / 10 })
    /// By class, and at the end all classes that are not counted by themselves.
    let labels: [Counter]
    /// What compares the answers with the training, where the model describes it.
    let drift: DriftMonitor?

    private let reasons = ReplyReason.allCases.map { _ in Counter() }

    init(labels count: Int, drift: DriftMonitor? = nil) {
        self.drift = drift
        labels = (0...min(count, Self.countedLabels)).map { _ in Counter() }
    }

    /// How many decisions had a reason.
    func decisions(_ reason: ReplyReason) -> Int {
        ReplyReason.allCases.firstIndex(of: reason).map { reasons[$0].value } ?? 0
    }

    /// Counts a decision.
    func count(_ reason: ReplyReason) {
        if let index = ReplyReason.allCases.firstIndex(of: reason) { reasons[index].add() }
    }

    /// Counts documents that were answered.
    func count(_ answered: [ObservedDocument]) {
        documents.add(answered.count)
        var (terms, knownTerms) = (0, 0)
        for document in answered {
            terms += document.terms
            knownTerms += document.knownTerms
            guard let label = document.label else { continue }
            labels[min(label, labels.count - 1)].add()
            scores.observe(document.score)
        }
        self.terms.add(terms)
        self.knownTerms.add(knownTerms)
        drift?.observe(answered)
    }
}
