import Dataset
import FeatureExtraction
import JSON
import RandomForest
import TextAnalysis
import TextClassification

extension Model {
    /// Maps a model file and checks all of it before use; the forest is read in place.
    ///
    /// - Throws: `ArtifactError` with one clear line about the first fault.
    public static func open(path: String) throws(ArtifactError) -> Model {
        let reader = try ArtifactReader(path: path)
        let settings = try reader.json(.metadata)
        guard let metadata = settings["training"].flatMap(ModelMetadata.init(json:)) else {
            throw reader.malformed(ArtifactSection.metadata.rawValue, "the facts about the training are incomplete")
        }
        let labels = try reader.json(.labels).arrayValue?.compactMap(\.stringValue) ?? []
        let state = try reader.analyzerState(settings)
        let vectorizer = try reader.vectorizer(settings)
        let forest = try reader.forest(classes: labels.count, features: vectorizer.vocabulary.count)
        do {
            let classifier = try TextClassifier(
                analyzerState: state,
                vectorizer: vectorizer,
                forest: forest,
                labels: labels
            )
            return Model(classifier: classifier, metadata: metadata)
        } catch {
            throw ArtifactError(.classifier(error), file: path)
        }
    }
}

extension ArtifactReader {
    fileprivate func json(_ section: ArtifactSection) throws(ArtifactError) -> JSONValue {
        let bytes = try bytes(section)
        do {
            var parser = JSONParser(bytes)
            return try parser.parse()
        } catch {
            throw malformed(section.rawValue, "\(error)")
        }
    }

    fileprivate func analyzerState(_ settings: JSONValue) throws(ArtifactError) -> AnalyzerState {
        guard let parameters = settings["analyzer"].flatMap(AnalyzerParameters.init(json:)) else {
            throw malformed(ArtifactSection.metadata.rawValue, "the analyzer's settings are incomplete")
        }
        var maps: [Language: [UInt8]] = [:]
        for (section, language) in Model.formSections where has(section) { maps[language] = try bytes(section) }
        let language = settings["language"]?.stringValue.flatMap(Language.init)
        return AnalyzerState(parameters: parameters, language: language, formMaps: maps)
    }

    fileprivate func vectorizer(_ settings: JSONValue) throws(ArtifactError) -> TfidfVectorizer {
        guard let parameters = settings["tfidf"].flatMap(TfidfParameters.init(json:)) else {
            throw malformed(ArtifactSection.metadata.rawValue, "the vectorizer's settings are incomplete")
        }
        let terms = try bytes(.terms).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        do {
            return try TfidfVectorizer(
                parameters: parameters,
                vocabulary: Vocabulary(terms: terms),
                idf: Array(array(.idf, of: Float.self))
            )
        } catch let error as TfidfError {
            throw malformed(ArtifactSection.terms.rawValue, error.description)
        } catch let error as ArtifactError {
            throw error
        } catch {
            throw malformed(ArtifactSection.terms.rawValue, "\(error)")
        }
    }

    fileprivate func forest(classes: Int, features: Int) throws(ArtifactError) -> Forest {
        let starts = try array(.treeStarts, of: UInt32.self)
        let (section, width) = Model.stepSections.first { has($0.0) } ?? (.steps5, 5)
        let bytes = try array(section, of: UInt8.self)
        let offsets = try array(.mixtureOffsets, of: UInt32.self)
        let mixtureClasses = try array(.mixtureClasses, of: UInt32.self)
        let probabilities = try array(.mixtureProbabilities, of: Float.self)
        do {
            return try Forest(
                classes: classes,
                features: features,
                treeStarts: starts,
                steps: StepArray(bytes: bytes, width: width),
                mixtureOffsets: offsets,
                mixtureClasses: mixtureClasses,
                mixtureProbabilities: probabilities
            )
        } catch {
            throw malformed("forest", error.description)
        }
    }
}
