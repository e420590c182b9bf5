internal import FeatureExtraction
internal import RandomForest
internal import TextAnalysis

extension Hyperparameter {
    /// The greatest number of threads that may be asked for.
    static let mostThreads = 1024

    /// All hyperparameters, in the order that data travels.
    public static let all: [Hyperparameter] =
        input + preparation + analysis + features + forest + confidence + answers + output

    private static let analysis: [Hyperparameter] = [
        Hyperparameter(
            "language",
            \.analyzer.language,
            .language,
            "The language of the texts; auto decides it from the training texts."
        ),
        Hyperparameter(
            "normalizer",
            \.analyzer.normalizer,
            .word,
            "What a word becomes: its dictionary form, its stem, or nothing else."
        ),
        Hyperparameter("clean_html", \.analyzer.cleanHTML, .flag, "Turns HTML into text."),
        Hyperparameter("clean_quotes", \.analyzer.cleanQuotes, .flag, "Drops quoted replies."),
        Hyperparameter("clean_signatures", \.analyzer.cleanSignatures, .flag, "Drops signatures and disclaimers."),
        Hyperparameter(
            "mask_entities",
            \.analyzer.maskEntities,
            .flag,
            "Puts one token for each kind in place of addresses, links, CPF, cards, phones, amounts, dates and numbers."
        ),
        Hyperparameter("fold_accents", \.analyzer.foldAccents, .flag, "Takes the accents off the terms."),
        Hyperparameter("stop_words", \.analyzer.stopWords, .stopWords, "The words that are dropped; negations stay."),
    ]

    private static let features: [Hyperparameter] = [
        Hyperparameter(
            "tfidf_ngram_range",
            \.tfidf.ngramRange,
            .range(in: 1...TfidfParameters.longestNGram),
            "The shortest and longest run of terms that is a feature."
        ),
        Hyperparameter(
            "tfidf_max_features",
            \.tfidf.maxFeatures,
            .bound(from: 1),
            "Keeps only so many of the most frequent features."
        ),
        Hyperparameter(
            "tfidf_min_df",
            \.tfidf.minDF,
            .documentFrequency,
            "Leaves out terms in fewer documents than this."
        ),
        Hyperparameter(
            "tfidf_max_df",
            \.tfidf.maxDF,
            .documentFrequency,
            "Leaves out terms in more documents than this."
        ),
        Hyperparameter("tfidf_sublinear_tf", \.tfidf.sublinearTF, .flag, "Weighs a count c as 1 + ln(c)."),
    ]

    private static let answers: [Hyperparameter] = [
        Hyperparameter(
            "top_k",
            \.topK,
            .integer(1...TrainingConfiguration.greatestTopK),
            "How many labels an answer holds when the caller does not say."
        )
    ]

    private static let output: [Hyperparameter] = [
        Hyperparameter("report", \.writesReport, .flag, "Writes the report, metrics.json and the plots to output/data.")
    ]
}
