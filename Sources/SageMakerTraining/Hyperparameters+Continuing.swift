internal import FeatureExtraction
internal import ModelArtifact
internal import TextAnalysis
internal import TextClassification

extension Hyperparameters {
    /// What a job is to do that adds trees to a model: how texts become features is the model's.
    ///
    /// - Returns: The configuration, and a line for the log about each hyperparameter that asks for something else.
    func continuing(_ model: Model) -> (configuration: TrainingConfiguration, warnings: [String]) {
        var adopted = configuration
        let state = model.classifier.analyzerState
        adopted.analyzer = state.parameters
        if let language = state.language { adopted.analyzer.language = .fixed(language) }
        adopted.tfidf = model.classifier.vectorizer.parameters
        if given["top_k"] == nil { adopted.topK = model.metadata.topK }
        let warnings = Hyperparameter.all.compactMap { hyperparameter -> String? in
            guard let value = given[hyperparameter.name] else { return nil }
            var asked = adopted
            guard (try? hyperparameter.set(value, in: &asked)) != nil else { return nil }
            if asked.analyzer.language == .auto { asked.analyzer.language = adopted.analyzer.language }
            guard asked.analyzer != adopted.analyzer || asked.tfidf != adopted.tfidf else { return nil }
            return
                "hyperparameter \(hyperparameter.name) (\(TrainingError.quoted(value.text ?? "none"))) is passed over: "
                + "texts become features as in the model of channel \"\(ModelChannel.name)\""
        }
        return (adopted, warnings)
    }
}
