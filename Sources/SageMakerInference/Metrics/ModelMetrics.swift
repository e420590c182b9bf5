import AutomaticReplies
import DriftDetection
import TextClassification

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

    /// Counts the answers to some documents.
    func count(_ predictions: [Prediction]) {
        documents.add(predictions.count)
        var (terms, knownTerms) = (0, 0)
        var observed: [ObservedDocument] = []
        if drift != nil { observed.reserveCapacity(predictions.count) }
        for prediction in predictions {
            let best = prediction.mostProbable
            if drift != nil { observed.append(ObservedDocument(prediction, mostProbable: best)) }
            terms += prediction.terms
            knownTerms += prediction.knownTerms
            guard let best else { continue }
            labels[min(best, labels.count - 1)].add()
            scores.observe(Double(prediction.probabilities[best]))
        }
        self.terms.add(terms)
        self.knownTerms.add(knownTerms)
        drift?.observe(observed)
    }
}

extension ObservedDocument {
    fileprivate init(_ prediction: Prediction, mostProbable: Int?) {
        self.init(
            label: mostProbable,
            score: mostProbable.map { Double(prediction.probabilities[$0]) } ?? 0,
            terms: prediction.terms,
            knownTerms: prediction.knownTerms
        )
    }
}
