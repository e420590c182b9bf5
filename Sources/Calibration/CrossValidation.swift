internal import Dataset
internal import Evaluation

/// How well a method does on documents that it was not fitted to.
struct CrossValidation: Sendable {
    /// In how many parts the documents are cut, each of which is measured by a fit to the others.
    static let folds = 5

    let method: CalibrationMethod
    /// The mean log loss over all documents.
    let logLoss: Double
    /// The answers to all documents, in their order.
    let answers: [ScoredDocument]

    /// Measures methods on a sample whose parts are drawn by `seed`; `loop` shares out the fits.
    ///
    /// - Returns: one measurement for each method, and the fit of each to all documents.
    static func measure(
        _ methods: [CalibrationMethod],
        on sample: CalibrationSample,
        seed: UInt64,
        loop: ParallelLoop
    ) -> [(validation: CrossValidation, calibrator: ProbabilityCalibrator?)] {
        let columns = ClassColumns(sample)
        let parts = parts(of: sample.count, seed: seed)
        // One task for each method and part, and one more for the fit to all documents.
        let tasks = parts.count + 1
        let results = loop.map(methods.count * tasks) { number in
            let part = number % tasks
            let held = part < parts.count ? parts[part] : []
            return Fold(methods[number / tasks], sample, columns, held: held)
        }
        return methods.indices.map { index in
            let folds = results[index * tasks..<(index + 1) * tasks]
            return (CrossValidation(methods[index], folds.dropLast(), count: sample.count), folds.last?.calibrator)
        }
    }

    private init(_ method: CalibrationMethod, _ folds: some Sequence<Fold>, count: Int) {
        var logLoss = LogLoss()
        var answers = [ScoredDocument](repeating: ScoredDocument(best: 0, score: 0, isRight: false), count: count)
        for fold in folds {
            for (document, answer, probability) in fold.answers {
                answers[document] = answer
                logLoss.add(probability)
            }
        }
        self.method = method
        self.logLoss = logLoss.value
        self.answers = answers
    }

    /// The numbers of the documents of each part, in a random order.
    private static func parts(of count: Int, seed: UInt64) -> [[Int]] {
        var generator = SeededGenerator(seed: seed, stream: .max)
        let order = Array(0..<count).shuffled(using: &generator)
        return ParallelLoop.ranges(of: count, pieces: folds).map { Array(order[$0]) }
    }

    /// A fit to the documents that are not held out, and what it makes of those that are.
    private struct Fold: Sendable {
        let calibrator: ProbabilityCalibrator?
        let answers: [(document: Int, answer: ScoredDocument, probability: Double)]

        init(_ method: CalibrationMethod, _ sample: CalibrationSample, _ columns: ClassColumns, held: [Int]) {
            var isHeld = [Bool](repeating: false, count: sample.count)
            for document in held { isHeld[document] = true }
            let others = (0..<sample.count).filter { !isHeld[$0] }
            let calibrator = ProbabilityCalibrator(method, sample, columns, documents: others)
            answers = held.map { document in
                var shares = sample.shares(of: document)
                calibrator?.apply(to: &shares)
                let actual = sample.truth[document]
                return (document, ScoredDocument(shares, actual: actual), Double(shares[actual]))
            }
            self.calibrator = calibrator
        }
    }
}
