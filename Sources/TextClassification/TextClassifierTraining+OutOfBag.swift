public import Calibration
public import Dataset
public import RandomForest

extension TextClassifierTraining {
    /// What trees say of each training document that they did not see; O(documents x trees).
    ///
    /// - Parameters:
    ///   - forest: Trees of this training with numbers that follow one another.
    ///   - first: The number of the first one.
    ///   - stop: When it is raised the estimate is given up.
    /// - Returns: The measures, and the class probabilities of each document; `nil` when it was given up.
    public func outOfBagEstimate(
        of forest: Forest,
        from first: Int = 0,
        until stop: StopFlag? = nil
    ) -> OutOfBagEstimate? {
        trainer.outOfBagEstimate(of: forest, from: first, until: stop)
    }

    /// Calls `body` with the number and the votes of each training document by the trees that did not see it.
    ///
    /// - Parameters:
    ///   - forest: Trees of this training with numbers that follow one another.
    ///   - first: The number of the first one.
    ///   - stops: The ascending numbers of trees at which to look at the votes.
    ///   - body: Called on any thread with the number of a document and its trail.
    /// - Returns: What `body` made of each document, in their order.
    public func outOfBagTrails<Result: Sendable>(
        of forest: Forest,
        from first: Int = 0,
        stops: [Int],
        _ body: @Sendable (Int, VoteTrail) -> Result
    ) -> [Result] {
        trainer.outOfBagTrails(of: forest, from: first, stops: stops, body) ?? []
    }

    /// The answers of trees to training documents that they did not see.
    ///
    /// - Parameters:
    ///   - forest: Trees of this training with numbers that follow one another.
    ///   - first: The number of the first one.
    ///   - documents: The numbers of the documents.
    ///   - stop: When it is raised the answers are given up.
    ///   - calibrate: Turns shares of votes into probabilities.
    /// - Returns: An answer to each document that some tree did not see; `nil` when they were given up.
    public func outOfBagAnswers(
        of forest: Forest,
        from first: Int,
        documents: [Int],
        until stop: StopFlag?,
        calibrate: @Sendable (inout [Float]) -> Void
    ) -> [OutOfBagAnswer]? {
        let classes = trainer.classes
        return trainer.outOfBagTrails(of: forest, from: first, documents: documents, until: stop) {
            document,
            trail -> OutOfBagAnswer? in
            guard trail.voters > 0 else { return nil }
            var probabilities = trail.probabilities
            calibrate(&probabilities)
            let answer = ScoredDocument(probabilities, actual: classes[document])
            return OutOfBagAnswer(document: answer, voters: trail.voters)
        }?.compactMap(\.self)
    }

    /// What trees say of training documents that they did not see, to find the model's confidence with.
    ///
    /// - Parameters:
    ///   - forest: Trees of this training with numbers that follow one another.
    ///   - first: The number of the first one.
    ///   - seed: What decides which documents are drawn, where they are many.
    ///   - stop: When it is raised the sample is given up.
    /// - Returns: The sample, empty where every tree saw every document; `nil` when it was given up.
    public func calibrationSample(
        of forest: Forest,
        from first: Int = 0,
        seed: UInt64,
        until stop: StopFlag? = nil
    ) -> CalibrationSample? {
        let classes = trainer.classes
        let documents = CalibrationSample.documents(of: classes.count, classes: labels.count, seed: seed)
        let shares = trainer.outOfBagTrails(of: forest, from: first, documents: documents, until: stop) {
            $1.probabilities
        }
        return shares.map { shares in
            CalibrationSample(
                classes: labels.count,
                truth: documents.map { classes[$0] },
                shares: shares.flatMap(\.self)
            )
        }
    }
}
