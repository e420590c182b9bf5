internal import Dataset
internal import Evaluation
internal import RandomForest
internal import TextClassification
internal import TrainingReport

/// Classifies documents and looks on the way at what fewer trees say; holds little of each document.
struct ForestMeasurement {
    /// The most numbers of trees that are looked at, so that a document's answers fit into the bits of a word.
    static let mostStops = 25

    /// What came out for one document.
    struct Result: Sendable {
        /// How the whole forest classifies it; `nil` when no tree votes on it.
        let classification: Classification?
        /// One bit for each number of trees: whether some tree voted.
        let voted: UInt32
        /// One bit for each number of trees: whether the document got its own class.
        let correct: UInt32

        /// The probability of the class that it was given.
        var score: Float { classification?.score ?? 0 }

        init(_ trail: VoteTrail, actual: Int) {
            var (voted, correct): (UInt32, UInt32) = (0, 0)
            for (stop, best) in trail.bestClasses.enumerated() {
                if best != nil { voted |= 1 << UInt32(stop) }
                if best == actual { correct |= 1 << UInt32(stop) }
            }
            self.voted = voted
            self.correct = correct
            classification =
                trail.voters == 0 ? nil : Classification(actual: actual, probabilities: trail.probabilities)
        }
    }

    private let training: TextClassifierTraining
    private let classifier: TextClassifier
    private let threads: Int?
    private let stops: [Int]

    init(_ training: TextClassifierTraining, _ classifier: TextClassifier, _ threads: Int?) {
        self.training = training
        self.classifier = classifier
        self.threads = threads
        stops = Self.stops(of: classifier.forest.trees)
    }

    /// The first tree and even steps to the last one; they do not depend on the number of threads.
    static func stops(of trees: Int) -> [Int] {
        let even = (1..<mostStops).map { trees * $0 / (mostStops - 1) }
        return ([1] + even).reduce(into: []) { if $1 > $0.last ?? 0 { $0.append($1) } }
    }

    /// Results of documents that were held out, in their order.
    func results(of documents: LabeledDocuments) -> [Result] {
        let classes = Dictionary(classifier.labels.enumerated().map { ($1, $0) }) { first, _ in first }
        let actual = documents.labels.map { classes[$0] ?? classifier.labels.count }
        return classifier.forest.trails(of: training.features(of: documents.texts), stops: stops, threads: threads) {
            Result($1, actual: actual[$0])
        }
    }

    /// Results of the training documents, each by the trees that did not see it.
    func outOfBagResults() -> [Result] {
        let actual = training.classes
        return training.outOfBagTrails(of: classifier, stops: stops) { Result($1, actual: actual[$0]) }
    }

    /// The accuracy at each number of trees.
    func curve(of results: [Result]) -> [ReportContent.TreePoint] {
        stops.enumerated().map { stop, trees in
            let bit: UInt32 = 1 << UInt32(stop)
            return ReportContent.TreePoint(
                trees: trees,
                documents: results.count { $0.voted & bit != 0 },
                correct: results.count { $0.correct & bit != 0 }
            )
        }
    }
}
