import Dataset
import FeatureExtraction
import JSON
import RandomForest
import TextAnalysis
import TextClassification

extension Model {
    /// The model as a file's bytes; the same model gives the same bytes.
    public func encoded() -> [UInt8] {
        var writer = ArtifactWriter()
        writer.add(.metadata, settings.serialized())
        writer.add(.labels, JSONValue.array(classifier.labels.map(JSONValue.string)).serialized())
        writer.add(.terms, classifier.vectorizer.vocabulary.lines)
        writer.add(.idf, classifier.vectorizer.idf)
        for (section, language) in Self.formSections {
            if let map = classifier.analyzerState.formMaps[language] { writer.add(section, map) }
        }
        classifier.forest.add(to: &writer)
        if let profile { writer.add(.profile, profile.json.serialized()) }
        return writer.encoded()
    }

    /// Writes the model to a file by temporary name and rename.
    ///
    /// - Throws: `ArtifactError` with the system's reason.
    public func write(to path: String) throws(ArtifactError) {
        try AtomicFile.write(encoded(), to: path)
    }

    static let formSections: [(ArtifactSection, Language)] = [
        (.portugueseForms, .portuguese), (.spanishForms, .spanish), (.englishForms, .english),
    ]

    static let stepSections: [(ArtifactSection, width: Int)] = [(.steps5, 5), (.steps6, 6), (.steps7, 7), (.steps8, 8)]

    private var settings: JSONValue {
        let state = classifier.analyzerState
        return [
            "analyzer": state.parameters.json,
            "language": state.language.map { .string($0.rawValue) } ?? .null,
            "tfidf": classifier.vectorizer.parameters.json,
            "training": metadata.json,
        ]
    }
}

extension Forest {
    fileprivate func add(to writer: inout ArtifactWriter) {
        writer.add(.treeStarts, treeStarts)
        for (section, width) in Model.stepSections where width == steps.width { writer.add(section, steps.bytes) }
        writer.add(.mixtureOffsets, mixtureOffsets)
        writer.add(.mixtureClasses, mixtureClasses)
        writer.add(.mixtureProbabilities, mixtureProbabilities)
    }
}
