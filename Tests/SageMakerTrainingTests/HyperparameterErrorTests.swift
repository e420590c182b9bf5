import Testing
import TextAnalysis

@testable import SageMakerTraining

struct HyperparameterErrorTests {
    static let share = "or a share above 0.0 up to 1.0 with a decimal point"

    static let values: [(name: String, value: String, message: String)] = [
        ("n_estimators", "0", "hyperparameter n_estimators is \"0\"; allowed: a whole number from 1 to 100000"),
        ("n_estimators", "\"ten\"", "hyperparameter n_estimators is \"ten\"; allowed: a whole number from 1 to 100000"),
        ("n_estimators", "1.5", "hyperparameter n_estimators is \"1.5\"; allowed: a whole number from 1 to 100000"),
        ("max_depth", "-1", "hyperparameter max_depth is \"-1\"; allowed: a whole number from 1, or None"),
        ("max_leaf_nodes", "1", "hyperparameter max_leaf_nodes is \"1\"; allowed: a whole number from 2, or None"),
        (
            "min_samples_split", "1",
            "hyperparameter min_samples_split is \"1\"; allowed: a whole number from 2, \(share)"
        ),
        (
            "min_samples_leaf", "0.0",
            "hyperparameter min_samples_leaf is \"0.0\"; allowed: a whole number from 1, \(share)"
        ),
        (
            "max_samples", "2.5",
            "hyperparameter max_samples is \"2.5\"; allowed: a whole number from 1, \(share), or None"
        ),
        (
            "max_features", "some",
            "hyperparameter max_features is \"some\"; allowed: sqrt, log2, None for all, a whole number from 1, \(share)"
        ),
        (
            "min_impurity_decrease", "-0.1",
            "hyperparameter min_impurity_decrease is \"-0.1\"; allowed: a number from 0.0"
        ),
        ("criterion", "gain", "hyperparameter criterion is \"gain\"; allowed: gini, entropy, log_loss"),
        ("splitter", "worst", "hyperparameter splitter is \"worst\"; allowed: best, random"),
        ("bootstrap", "yes please", "hyperparameter bootstrap is \"yes please\"; allowed: true or false"),
        (
            "class_weight", "{\"a\": -1}",
            "hyperparameter class_weight is \"{\"a\": -1}\"; "
                + "allowed: None, balanced, balanced_subsample, or an object such as {\"refund\": 2.0} with weights above 0"
        ),
        ("random_state", "-1", "hyperparameter random_state is \"-1\"; allowed: a whole number from 0"),
        ("n_jobs", "0", "hyperparameter n_jobs is \"0\"; allowed: a whole number from 1 to 1024, or -1 for all cores"),
        ("language", "fr", "hyperparameter language is \"fr\"; allowed: auto, pt, es, en"),
        ("normalizer", "lemmas", "hyperparameter normalizer is \"lemmas\"; allowed: lemma, stem, none"),
        (
            "tfidf_ngram_range", "2,1",
            "hyperparameter tfidf_ngram_range is \"2,1\"; "
                + "allowed: two whole numbers from 1 to 5, the smaller first, as 1,2"
        ),
        (
            "tfidf_max_df", "-0.5",
            "hyperparameter tfidf_max_df is \"-0.5\"; "
                + "allowed: a whole number of documents from 1, or a share from 0.0 to 1.0 with a decimal point"
        ),
        (
            "tfidf_max_features", "0",
            "hyperparameter tfidf_max_features is \"0\"; allowed: a whole number from 1, or None"
        ),
        (
            "filter", "problem > 1",
            "hyperparameter filter is \"problem > 1\"; "
                + "allowed: COLUMN in [VALUE, VALUE], COLUMN not in [...], or None"
        ),
        ("keep_labels", "[]", "hyperparameter keep_labels is \"[]\"; allowed: names between commas, or a JSON list"),
        (
            "max_text_length", "long",
            "hyperparameter max_text_length is \"long\"; allowed: a whole number of characters from 1, "
                + "standard deviations above the mean such as 3sd, or None"
        ),
        ("sample_fraction", "0", "hyperparameter sample_fraction is \"0\"; allowed: a share above 0 and up to 1"),
        (
            "validation_fraction", "1",
            "hyperparameter validation_fraction is \"1\"; allowed: a share from 0 for none to below 1"
        ),
        ("top_k", "0", "hyperparameter top_k is \"0\"; allowed: a whole number from 1 to 1000"),
    ]

    @Test(arguments: values)
    func wrongValueIsReported(fault: (name: String, value: String, message: String)) {
        let error = #expect(throws: TrainingError.self) { try configuration(fault.name, fault.value) }
        #expect(error?.description == fault.message)
        #expect(error?.fault == .user)
    }

    @Test(arguments: [
        ("n_estimator", "n_estimators"), ("n-estimators", "n_estimators"), ("N_Estimators", "n_estimators"),
        ("ngram_range", "tfidf_ngram_range"), ("max_detph", "max_depth"), ("labelcolumn", "label_column"),
        ("topk", "top_k"),
        ("tfidf_mindf", "tfidf_min_df"), ("learning_rate", nil),
    ])
    func misspeltNameIsReportedWithTheNearest(name: String, nearest: String?) throws {
        guard let nearest else {
            _ = try configuration(name, "1")
            return
        }
        let error = #expect(throws: TrainingError.self) { try configuration(name, "1") }
        #expect(error?.description == "there is no hyperparameter \"\(name)\"; did you mean \"\(nearest)\"?")
    }

    @Test(arguments: [
        ("[]", "hyperparameters.json: expected a JSON object, found an array"),
        (
            "{",
            "hyperparameters.json: JSON line 1, column 2 (byte 1): expected a key in double quotes, found the end of the text"
        ),
    ])
    func wrongFileIsReported(text: String, message: String) {
        let error = #expect(throws: TrainingError.self) { try Hyperparameters(json: Array(text.utf8)) }
        #expect(error?.description == message)
        #expect(error?.fault == .platform)
    }

    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3),
        ("A-b", "a_b", 0),
    ])
    func editDistanceCountsLetters(first: String, second: String, distance: Int) {
        #expect(EditDistance.between(first, second) == distance)
    }
}
