import Dataset
import FeatureExtraction
import RandomForest
import Testing
import TextAnalysis
import TextClassification

struct TextClassifierTests {
    @Test func predictionsStandInTheOrderOfTheTexts() throws {
        let classifier = try SampleMessages.classifier()
        let single = SampleMessages.texts.map { classifier.predict([$0]) }
        #expect(single.allSatisfy { $0.count == 1 })
        #expect(classifier.predict(SampleMessages.texts) == single.flatMap(\.self))
        #expect(classifier.predict(SampleMessages.texts.reversed()) == single.flatMap(\.self).reversed())
        #expect(classifier.predict([]).isEmpty)
    }

    @Test(arguments: ["", " \n", "🙂", "xyzabc", "\0\u{301}", String(repeating: "palavra ", count: 50_000)])
    func everyTextHasOnePrediction(_ text: String) throws {
        let predictions = try SampleMessages.classifier().predict([text])
        #expect(predictions.count == 1)
        let prediction = try #require(predictions.first)
        #expect(prediction.knownTerms == 0)
        #expect(prediction.probabilities.count == 3)
        #expect(prediction.probabilities.allSatisfy { (0...1).contains($0) })
        #expect(abs(prediction.probabilities.reduce(0, +) - 1) < 1e-5)
    }

    @Test func knownTermsAreCounted() throws {
        let prediction = try #require(SampleMessages.classifier().predict(["quero trocar xyzabc"]).first)
        #expect(prediction.terms == 3)
        #expect(prediction.knownTerms == 2)
    }

    @Test func oneTextLeavesNoTraceInTheNext() throws {
        let classifier = try SampleMessages.classifier()
        let long = SampleMessages.texts.joined(separator: " ")
        let fresh = try SampleMessages.classifier().predict(["cupom"])
        #expect(classifier.predict([long, "", long, "cupom"]).last == fresh.first)
    }

    @Test func manyThreadsAtOnceAnswerAsOneDoes() throws {
        let classifier = try SampleMessages.classifier()
        let texts = (0..<200).map { SampleMessages.texts[$0 % 9] + " " + SampleMessages.texts[$0 % 7] }
        let expected = classifier.predict(texts)
        let found = ParallelLoop(threads: 4).map(texts.count) { classifier.predict([texts[$0]]) }
        #expect(found.flatMap(\.self) == expected)
    }

    @Test func partsOfDifferentModelsAreRefused() throws {
        let classifier = try SampleMessages.classifier()
        let smaller = try TfidfVectorizer(
            parameters: TfidfParameters(),
            vocabulary: Vocabulary(terms: ["a"]),
            idf: [1]
        )
        #expect(
            message(classifier, labels: ["a"])
                == "the model's parts don't belong together: 1 labels, but a forest of 3 classes"
        )
        #expect(
            message(classifier, labels: ["a", "b", "a"])
                == "the model's parts don't belong together: two labels are equal"
        )
        #expect(
            message(classifier, vectorizer: smaller)
                == "the model's parts don't belong together: 1 terms, but a forest of "
                + "\(classifier.vectorizer.vocabulary.count) features"
        )
    }

    private func message(
        _ classifier: TextClassifier,
        vectorizer: TfidfVectorizer? = nil,
        labels: [String]? = nil
    ) -> String? {
        do {
            _ = try TextClassifier(
                analyzerState: classifier.analyzerState,
                vectorizer: vectorizer ?? classifier.vectorizer,
                forest: classifier.forest,
                labels: labels ?? classifier.labels
            )
            return nil
        } catch {
            return error.description
        }
    }
}
