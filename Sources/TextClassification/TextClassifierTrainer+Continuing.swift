import Dataset
import FeatureExtraction
import RandomForest
import TextAnalysis

extension TextClassifierTrainer {
    /// Does everything up to the trees for a training that adds trees to an earlier classifier: analyzer, vocabulary and
    /// labels are its own, only the forest's parameters count.
    ///
    /// - Throws: `TextClassificationError` for a label that the classifier does not know, or a parameter out of range.
    public func prepare(
        texts: [String],
        labels: [String],
        continuing earlier: TextClassifier,
        onStage: (TrainingStage) -> Void = { _ in }
    ) throws(TextClassificationError) -> TextClassifierTraining {
        let encoder = LabelEncoder(classes: earlier.labels)
        let unknown = Set(labels).filter { encoder.encode($0) == nil }
        guard unknown.isEmpty else { throw TextClassificationError(.newLabels(unknown.sorted())) }
        onStage(.analyze)
        let analyzer: TextAnalyzer
        do {
            analyzer = try TextAnalyzer(state: earlier.analyzerState)
        } catch {
            throw TextClassificationError(.analysis(error))
        }
        let features = TextFeatures(
            analyzer: analyzer,
            vectorizer: earlier.vectorizer,
            threads: parameters.forest.nJobs
        )
        let rows = features.rows(of: texts)
        onStage(.vectorize)
        var matrix = CSRMatrix(columns: earlier.vectorizer.vocabulary.count)
        for row in rows { matrix.appendRow(row) }
        onStage(.index)
        return TextClassifierTraining(
            words: TrainingWords(),
            labels: earlier.labels,
            features: features,
            state: earlier.analyzerState,
            forest: try forestTrainer(
                matrix,
                classes: labels.map { encoder.encode($0) ?? 0 },
                labels: earlier.labels
            )
        )
    }
}
