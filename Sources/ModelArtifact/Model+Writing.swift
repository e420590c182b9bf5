import AutomaticReplies
import Calibration
import Dataset
import FeatureExtraction
import JSON
import RandomForest
import TextAnalysis
import TextClassification

extension Model {
    /// The model as a file's bytes; the same model gives the same bytes.
    ///
    /// - Parameter share: Which trees of a training the model's are, where other parts hold the others.
    /// - Returns: The bytes.
    public func encoded(as share: ForestShare? = nil) -> [UInt8] {
        var writer = ArtifactWriter()
        writer.add(.metadata, settings(share).serialized())
        writer.add(.labels, JSONValue.array(classifier.labels.map(JSONValue.string)).serialized())
        writer.add(.terms, classifier.vectorizer.vocabulary.lines)
        writer.add(.idf, classifier.vectorizer.idf)
        for (section, language) in Self.formSections {
            if let map = classifier.analyzerState.formMaps[language] { writer.add(section, map) }
        }
        classifier.forest.add(to: &writer)
        if let confidence { writer.add(.confidence, confidence.json.serialized()) }
        if let replyPolicy { writer.add(.replyPolicy, replyPolicy.json.serialized()) }
        if let profile { writer.add(.profile, profile.json.serialized()) }
        return writer.encoded()
    }

    /// Writes the model to a file by temporary name and rename.
    ///
    /// - Throws: `ArtifactError` with the system's reason.
    public func write(to path: String, as share: ForestShare? = nil) throws(ArtifactError) {
        try AtomicFile.write(encoded(as: share), to: path)
    }

    static let formSections: [(ArtifactSection, Language)] = [
        (.portugueseForms, .portuguese), (.spanishForms, .spanish), (.englishForms, .english),
    ]

    static let stepSections: [(ArtifactSection, width: Int)] = [(.steps5, 5), (.steps6, 6), (.steps7, 7), (.steps8, 8)]

    private func settings(_ share: ForestShare?) -> JSONValue {
        let state = classifier.analyzerState
        var object = JSONObject()
        object["analyzer"] = state.parameters.json
        object["language"] = state.language.map { .string($0.rawValue) } ?? .null
        object["tfidf"] = classifier.vectorizer.parameters.json
        object["training"] = metadata.json
        object[ForestPart.key] = share.map { ForestPart(forest: classifier.forest, share: $0).json }
        return .object(object)
    }
}

extension Forest {
    func add(to writer: inout ArtifactWriter) {
        writer.add(.treeStarts, treeStarts)
        for (section, width) in Model.stepSections where width == steps.width { writer.add(section, steps.bytes) }
        writer.add(.mixtureOffsets, mixtureOffsets)
        writer.add(.mixtureClasses, mixtureClasses)
        writer.add(.mixtureProbabilities, mixtureProbabilities)
        if let leafDraws { writer.add(.leafDraws, leafDraws.bytes) }
    }
}
