internal import Calibration
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

        init(_ trail: VoteTrail, actual: Int, _ calibrator: ProbabilityCalibrator?) {
            var (voted, correct): (UInt32, UInt32) = (0, 0)
            for (stop, best) in trail.bestClasses.enumerated() {
                if best != nil { voted |= 1 << UInt32(stop) }
                if best == actual { correct |= 1 << UInt32(stop) }
            }
            self.voted = voted
            self.correct = correct
            guard trail.voters > 0 else {
                classification = nil
                return
            }
            var probabilities = trail.probabilities
            calibrator?.apply(to: &probabilities)
            classification = Classification(actual: actual, probabilities: probabilities)
        }
    }

    private let training: TextClassifierTraining
    private let forest: Forest
    private let firstTree: Int
    private let calibrator: ProbabilityCalibrator?
    private let threads: Int?
    private let stops: [Int]

    /// Measures trees of a training, the first of which has the number `first`; scores are calibrated as the model's are.
    init(
        _ training: TextClassifierTraining,
        forest: Forest,
        from first: Int,
        calibrator: ProbabilityCalibrator?,
        threads: Int?
    ) {
        self.training = training
        self.forest = forest
        firstTree = first
        self.calibrator = calibrator
        self.threads = threads
        stops = Self.stops(of: forest.trees)
    }

    /// The first tree and even steps to the last one; they do not depend on the number of threads.
    static func stops(of trees: Int) -> [Int] {
        let even = (1..<mostStops).map { trees * $0 / (mostStops - 1) }
        return ([1] + even).reduce(into: []) { if $1 > $0.last ?? 0 { $0.append($1) } }
    }

    /// Results of documents that were held out, in their order.
    func results(of documents: LabeledDocuments) -> [Result] {
        let labels = training.labels
        let classes = Dictionary(labels.enumerated().map { ($1, $0) }) { first, _ in first }
        let actual = documents.labels.map { classes[$0] ?? labels.count }
        return forest.trails(of: training.features(of: documents.texts), stops: stops, threads: threads) {
            Result($1, actual: actual[$0], calibrator)
        }
    }

    /// Results of the training documents, each by the trees that did not see it.
    func outOfBagResults() -> [Result] {
        let actual = training.classes
        return training.outOfBagTrails(of: forest, from: firstTree, stops: stops) {
            Result($1, actual: actual[$0], calibrator)
        }
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
