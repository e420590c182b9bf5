import FeatureExtraction
import JSON
import RandomForest
import SageMakerTraining
import Testing
import TextAnalysis

struct HyperparametersTests {
    @Test func emptyObjectGivesTheDefaults() throws {
        let hyperparameters = try Hyperparameters(json: Array("{}".utf8))
        #expect(hyperparameters.configuration == TrainingConfiguration())
        #expect(hyperparameters.warnings.isEmpty)
    }

    @Test func missingFileGivesTheDefaults() throws {
        #expect(try Hyperparameters(JobFolder().environment).configuration == TrainingConfiguration())
    }

    @Test func fileIsRead() throws {
        let folder = try JobFolder()
        try folder.write(#"{"n_estimators": "7"}"#, to: "input/config/hyperparameters.json")
        #expect(try Hyperparameters(folder.environment).configuration.forest.nEstimators == 7)
    }

    @Test func valuesAreThoseThatHold() throws {
        let json = #"{"n_estimators": "3e2", "max_features": "None", "language": "None", "class_weight": "balanced"}"#
        let values = try Hyperparameters(json: Array(json.utf8)).values
        #expect(values.map(\.name) == Hyperparameter.all.map(\.name))
        let byName = Dictionary(uniqueKeysWithValues: values.map { ($0.name, $0.value) })
        #expect(byName["n_estimators"] == "300")
        #expect(byName["max_features"] == "None")
        #expect(byName["language"] == "auto")
        #expect(byName["class_weight"] == "balanced")
        #expect(byName["criterion"] == "gini")
    }

    @Test(arguments: ["300", " 300 ", "\"300\"", "\"\\\"300\\\"\"", "300.0", "3e2", "+300"])
    func wholeNumbersComeInManyForms(raw: String) throws {
        #expect(try configuration("n_estimators", raw).forest.nEstimators == 300)
    }

    @Test(arguments: [
        ("True", true), ("\"true\"", true), ("1", true), ("False", false), ("\"False\"", false), ("0", false),
    ])
    func booleansComeInManyForms(raw: String, expected: Bool) throws {
        #expect(try configuration("oob_score", raw).forest.oobScore == expected)
    }

    @Test(arguments: ["None", "null", "\"None\"", ""])
    func nothingMeansNoBound(raw: String) throws {
        #expect(try configuration("max_depth", raw).forest.maxDepth == nil)
        #expect(try configuration("max_features", raw).forest.maxFeatures == (.all))
        #expect(try configuration("n_estimators", raw).forest.nEstimators == 100)
        #expect(try configuration("stop_words", raw).analyzer.stopWords == StopWordChoice.none)
        #expect(try configuration("normalizer", raw).analyzer.normalizer == Normalizer.none)
        #expect(try configuration("criterion", raw).forest.criterion == .gini)
    }

    @Test(arguments: ["1,2", "(1, 2)", "[1,2]", "\"[1, 2]\"", "1, 2", "('1', '2')", "[1.0, 2.0]"])
    func rangesComeInManyForms(raw: String) throws {
        #expect(try configuration("tfidf_ngram_range", raw).tfidf.ngramRange == 1...2)
    }

    @Test func countsAndSharesAreToldApart() throws {
        #expect(try configuration("tfidf_min_df", "2").tfidf.minDF == .count(2))
        #expect(try configuration("tfidf_min_df", "2.0").tfidf.minDF == .count(2))
        #expect(try configuration("tfidf_max_df", "1.0").tfidf.maxDF == .share(1))
        #expect(try configuration("tfidf_max_df", "\"9e-1\"").tfidf.maxDF == .share(0.9))
        #expect(try configuration("min_samples_leaf", "1e-3").forest.minSamplesLeaf == .fraction(0.001))
        #expect(try configuration("min_samples_split", "4").forest.minSamplesSplit == .count(4))
        #expect(try configuration("max_samples", "0.5").forest.maxSamples == .fraction(0.5))
        #expect(try configuration("max_features", "0.2").forest.maxFeatures == .fraction(0.2))
        #expect(try configuration("max_features", "30").forest.maxFeatures == .count(30))
    }

    @Test func wordsDisregardCase() throws {
        #expect(try configuration("criterion", "\"Entropy\"").forest.criterion == .entropy)
        #expect(try configuration("max_features", "LOG2").forest.maxFeatures == .log2)
        #expect(try configuration("language", "pt_BR").analyzer.language == .fixed(.portuguese))
        #expect(try configuration("language", "\"auto\"").analyzer.language == .auto)
        #expect(try configuration("stop_words", "[\"de\", \"a\"]").analyzer.stopWords == .list(["de", "a"]))
        #expect(try configuration("stop_words", "de, a").analyzer.stopWords == .list(["de", "a"]))
    }

    @Test func classWeightsComeInManyForms() throws {
        #expect(try configuration("class_weight", "balanced").forest.classWeight == .balanced)
        #expect(try configuration("class_weight", "None").forest.classWeight == .uniform)
        let weights = ClassWeight.perLabel(["a": 2, "b": 0.5])
        #expect(try configuration("class_weight", #"{"a": 2, "b": 0.5}"#).forest.classWeight == weights)
        #expect(try configuration("class_weight", "{'a': 2, 'b': 0.5}").forest.classWeight == weights)
    }

    @Test func threadsAndSeeds() throws {
        #expect(try configuration("n_jobs", "-1").forest.nJobs == nil)
        #expect(try configuration("n_jobs", "3").forest.nJobs == 3)
        #expect(try configuration("random_state", "18446744073709551615").forest.randomState == .max)
        #expect(try configuration("random_state", "42.0").forest.randomState == 42)
    }

    @Test func columnsAreNames() throws {
        #expect(try configuration("text_column", "\"mensagem\"").textColumn == "mensagem")
        #expect(try configuration("label_column", "").labelColumn == nil)
    }

    @Test func valuesMayBeNoStrings() throws {
        let json = #"{"n_estimators": 5, "bootstrap": false, "tfidf_ngram_range": [1, 3], "max_depth": null}"#
        let configuration = try Hyperparameters(json: Array(json.utf8)).configuration
        #expect(configuration.forest.nEstimators == 5)
        #expect(!configuration.forest.bootstrap)
        #expect(configuration.tfidf.ngramRange == 1...3)
    }

    @Test func namesOfSageMakerAreIgnoredAndOthersWarnedOf() throws {
        let json = """
            {"sagemaker_program": "\\"x.py\\"", "_tuning_objective_metric": "validation:accuracy", "epochs": "3"}
            """
        let hyperparameters = try Hyperparameters(json: Array(json.utf8))
        #expect(hyperparameters.configuration == TrainingConfiguration())
        #expect(hyperparameters.warnings == ["hyperparameter \"epochs\" is not known and passed over"])
    }

    @Test func everyDefaultReadsBackAsItself() throws {
        for hyperparameter in Hyperparameter.all
        where !Self.explained.contains(hyperparameter.name) {
            let read = try configuration(hyperparameter.name, hyperparameter.defaultValue)
            #expect(read == TrainingConfiguration(), "\(hyperparameter.name) = \(hyperparameter.defaultValue)")
        }
    }

    /// Their defaults depend on the data and are explained.
    private static let explained = ["text_column", "label_column", "attribute_names"]

    @Test func preparationIsRead() throws {
        #expect(try configuration("keep_labels", "a b, c").preparation.keptLabels == ["a b", "c"])
        #expect(try configuration("keep_labels", #"["a, b"]"#).preparation.keptLabels == ["a, b"])
        #expect(try configuration("other_label", "\"Outro\"").preparation.otherLabel == "Outro")
        #expect(try configuration("max_text_length", "2000").preparation.maxTextLength == .characters(2000))
        #expect(try configuration("max_text_length", "3 SD").preparation.maxTextLength == .deviations(3))
        #expect(try configuration("max_text_length", "2.5sd").preparation.maxTextLength == .deviations(2.5))
        #expect(try configuration("drop_duplicates", "True").preparation.dropsDuplicates)
        #expect(try configuration("sample_fraction", "1").preparation.sampleFraction == 1)
        #expect(try configuration("validation_fraction", "\"0.2\"").preparation.validationFraction == 0.2)
        #expect(try configuration("attribute_names", "['source', 'label']").attributeNames == ["source", "label"])
    }

    @Test func tableIsWhole() {
        let names = Hyperparameter.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.count == 40)
        for hyperparameter in Hyperparameter.all {
            #expect(!hyperparameter.summary.isEmpty && hyperparameter.summary.hasSuffix("."))
            #expect(
                !hyperparameter.allowed.isEmpty && !hyperparameter.type.isEmpty && !hyperparameter.defaultValue.isEmpty
            )
        }
    }

    @Test func documentationHoldsEveryName() {
        let rows = Hyperparameter.markdownTable.split(separator: "\n")
        #expect(rows.count == Hyperparameter.all.count + 2)
        #expect(rows.allSatisfy { $0.count { $0 == "|" } == 6 })
        for hyperparameter in Hyperparameter.all {
            #expect(rows.contains { $0.hasPrefix("| `\(hyperparameter.name)` |") })
            #expect(Hyperparameter.helpText.contains("  \(hyperparameter.name) "))
        }
    }
}

func configuration(_ name: String, _ raw: String) throws -> TrainingConfiguration {
    var object = JSONObject()
    object[name] = .string(raw)
    return try Hyperparameters(json: JSONValue.object(object).serialized()).configuration
}
