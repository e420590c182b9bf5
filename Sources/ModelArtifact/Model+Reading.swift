import AutomaticReplies
import Calibration
import Dataset
import DriftDetection
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
        guard settings[ForestPart.key] == nil else { throw ArtifactError(.partAlone, file: path) }
        return try read(reader, settings, path: path)
    }

    /// Maps a file that is a whole model and a part at once, and takes the model.
    static func openPart(path: String) throws(ArtifactError) -> Model {
        let reader = try ArtifactReader(path: path)
        return try read(reader, try reader.json(.metadata), path: path)
    }

    private static func read(
        _ reader: ArtifactReader,
        _ settings: JSONValue,
        path: String
    ) throws(ArtifactError) -> Model {
        let labels = try reader.labels()
        let metadata = try reader.metadata(settings, labels: labels.count)
        let state = try reader.analyzerState(settings)
        let vectorizer = try reader.vectorizer(settings)
        let replyPolicy = try reader.replyPolicy(labels: labels)
        let forest = try reader.forest(classes: labels.count, features: vectorizer.vocabulary.count)
        let confidence = try reader.confidence(classes: labels.count)
        let profile = try reader.profile(labels: labels.count)
        do {
            let classifier = try TextClassifier(
                analyzerState: state,
                vectorizer: vectorizer,
                forest: forest,
                labels: labels,
                confidence: confidence
            )
            return Model(classifier: classifier, metadata: metadata, replyPolicy: replyPolicy, profile: profile)
        } catch {
            throw ArtifactError(.classifier(error), file: path)
        }
    }
}

extension ArtifactReader {
    func json(_ section: ArtifactSection) throws(ArtifactError) -> JSONValue {
        let bytes = try bytes(section)
        do {
            var parser = JSONParser(bytes)
            return try parser.parse()
        } catch {
            throw malformed(section, "\(error)")
        }
    }

    fileprivate func labels() throws(ArtifactError) -> [String] {
        guard let labels = try json(.labels).elements(\.stringValue) else {
            throw malformed(.labels, "it is not a list of texts")
        }
        return labels
    }

    fileprivate func confidence(classes: Int) throws(ArtifactError) -> Confidence? {
        guard has(.confidence) else { return nil }
        let stored = try json(.confidence)
        do throws(CalibrationFault) {
            return try Confidence(json: stored, classes: classes)
        } catch {
            throw malformed(.confidence, error.description)
        }
    }

    fileprivate func replyPolicy(labels: [String]) throws(ArtifactError) -> ReplyPolicy? {
        guard has(.replyPolicy) else { return nil }
        let bytes = try bytes(.replyPolicy)
        do throws(ReplyPolicyError) {
            let policy = try ReplyPolicy(parsing: bytes)
            try policy.check(labels: labels)
            return policy
        } catch {
            throw malformed(.replyPolicy, error.description)
        }
    }

    fileprivate func metadata(_ settings: JSONValue, labels: Int) throws(ArtifactError) -> ModelMetadata {
        guard let metadata = settings["training"].flatMap(ModelMetadata.init(json:)),
            metadata.labelCounts.count == labels
        else { throw malformed(.metadata, "the facts about the training are incomplete") }
        return metadata
    }

    fileprivate func profile(labels: Int) throws(ArtifactError) -> TrainingProfile? {
        guard has(.profile) else { return nil }
        guard let profile = TrainingProfile(json: try json(.profile)), profile.labelCounts.count == labels else {
            throw malformed(.profile, "the description of the training documents is incomplete")
        }
        return profile
    }

    fileprivate func analyzerState(_ settings: JSONValue) throws(ArtifactError) -> AnalyzerState {
        let language = settings["language"]?.stringValue.flatMap(Language.init)
        guard let parameters = settings["analyzer"].flatMap(AnalyzerParameters.init(json:)),
            language != nil || settings["language"] == .null
        else { throw malformed(.metadata, "the analyzer's settings are incomplete") }
        var maps: [Language: [UInt8]] = [:]
        for (section, language) in Model.formSections where has(section) { maps[language] = try bytes(section) }
        return AnalyzerState(parameters: parameters, language: language, formMaps: maps)
    }

    fileprivate func vectorizer(_ settings: JSONValue) throws(ArtifactError) -> TfidfVectorizer {
        guard let parameters = settings["tfidf"].flatMap(TfidfParameters.init(json:)) else {
            throw malformed(.metadata, "the vectorizer's settings are incomplete")
        }
        let vocabulary = try vocabulary()
        let idf = Array(try array(.idf, of: Float.self))
        do {
            return try TfidfVectorizer(parameters: parameters, vocabulary: vocabulary, idf: idf)
        } catch {
            throw malformed(.idf, error.description)
        }
    }

    private func vocabulary() throws(ArtifactError) -> Vocabulary {
        let lines = try bytes(.terms)
        do {
            return try Vocabulary(lines: lines)
        } catch {
            throw malformed(.terms, error.description)
        }
    }

    func forest(classes: Int, features: Int) throws(ArtifactError) -> Forest {
        let starts = try array(.treeStarts, of: UInt32.self)
        let (section, width) = Model.stepSections.first { has($0.0) } ?? (.steps5, 5)
        let bytes = try array(section, of: UInt8.self)
        let offsets = try array(.mixtureOffsets, of: UInt32.self)
        let mixtureClasses = try array(.mixtureClasses, of: UInt32.self)
        let probabilities = try array(.mixtureProbabilities, of: Float.self)
        let draws = has(.leafDraws) ? LeafDraws(bytes: try array(.leafDraws, of: UInt8.self)) : nil
        do {
            return try Forest(
                classes: classes,
                features: features,
                treeStarts: starts,
                steps: StepArray(bytes: bytes, width: width),
                mixtureOffsets: offsets,
                mixtureClasses: mixtureClasses,
                mixtureProbabilities: probabilities,
                leafDraws: draws
            )
        } catch {
            guard case .malformed(let reason) = error.kind else { throw malformed("forest", error.description) }
            throw malformed("forest", reason)
        }
    }
}
