import FeatureExtraction
import RandomForest
import Testing
import TextAnalysis
import TextClassification

struct TextClassificationErrorTests {
    /// The other kinds stand in the tests of the trainer and the classifier, which throw them.
    @Test(arguments: [
        (
            TextClassificationError(
                .analysis(TextAnalysisError(.malformedLexicon(reason: "cut short"), at: "pt"))
            ),
            "lexicon pt: cut short; build it again with 'make lexicon'"
        ),
        (
            TextClassificationError(.features(TfidfError(.unorderedVocabulary("a")))),
            "the vocabulary is not in ascending order at a"
        ),
        (
            TextClassificationError(.forest(RandomForestError(.data("too few documents")))),
            "too few documents"
        ),
    ])
    func errorsOfThePartsSpeakForThemselves(_ error: TextClassificationError, line: String) {
        #expect(error.description == line)
    }
}
