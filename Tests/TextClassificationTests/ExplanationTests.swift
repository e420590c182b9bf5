import Dataset
import Testing
import TextClassification

struct ExplanationTests {
    /// Texts of known and unknown words, some with markup, line ends and letters of several bytes.
    private static func texts(_ count: Int, seed: UInt64) -> [String] {
        let words =
            SampleMessages.texts.flatMap { $0.split(separator: " ").map(String.init) } + [
                "xyzabc", "🙂", "<b>cupom</b>", "troca&nbsp;do", "\n", "529.982.247-25", "TROCAR", "meu pedido",
            ]
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in
            (0..<generator.below(30)).map { _ in words[generator.below(words.count)] }.joined(separator: " ")
        }
    }

    private func best(_ predictions: [Prediction]) -> [Int] { predictions.map { $0.bestClass ?? 0 } }

    private func sum(_ explanation: Explanation) -> Double {
        explanation.terms.reduce(explanation.base + explanation.absent + explanation.rest) { $0 + $1.contribution }
    }

    @Test func partsAddUpToTheScoreOnAThousandDocuments() throws {
        let classifier = try SampleMessages.classifier()
        let texts = Self.texts(1_000, seed: 17)
        let predictions = classifier.predict(texts)
        for classes in [best(predictions), texts.indices.map { $0 % 3 }] {
            let explanations = classifier.explain(texts, classes: classes, terms: 10)
            #expect(explanations.count == texts.count)
            for (index, explanation) in explanations.enumerated() {
                let score = Double(predictions[index].probabilities[classes[index]])
                #expect(abs(explanation.rawScore - score) < 1e-6, "\(texts[index])")
                #expect(abs(sum(explanation) - explanation.rawScore) < 1e-9, "\(texts[index])")
            }
        }
    }

    @Test func wordsOfTheLabelSpeakForItAndStandInTheText() throws {
        let classifier = try SampleMessages.classifier()
        let text = "🙂 não funciona: <i>cupom</i> é só cupom, sem troca"
        let explanation = try #require(classifier.explain([text], classes: [0], terms: 10).first)
        #expect(classifier.labels[0] == "cupom")
        let cupom = try #require(explanation.terms.first { $0.term == "cupom" })
        #expect(cupom.contribution > 0.1)
        let letters = Array(text.unicodeScalars)
        let pieces = cupom.spans.map { String(String.UnicodeScalarView(letters[$0])) }
        #expect(pieces == ["cupom", "cupom"])
        let pair = try #require(explanation.terms.first { $0.term == "nao funciona" })
        #expect(pair.spans == [2..<5, 6..<14])
    }

    @Test func strongestTermsStandFirstAndTheOthersAreTheRest() throws {
        let classifier = try SampleMessages.classifier()
        let text = SampleMessages.texts.joined(separator: " ")
        let all = try #require(classifier.explain([text], classes: [1], terms: 100).first)
        let few = try #require(classifier.explain([text], classes: [1], terms: 2).first)
        let strengths = all.terms.map { abs($0.contribution) }
        #expect(strengths == strengths.sorted(by: >) && all.rest == 0)
        #expect(few.terms.count { $0.contribution > 0 } == 2 && few.terms.count { $0.contribution < 0 } == 2)
        #expect(few.terms.allSatisfy(all.terms.contains))
        #expect(few.rest != 0 && abs(sum(few) - sum(all)) < 1e-12)
    }

    @Test(arguments: ["", "xyzabc", " \n", "🙂"])
    func textWithoutKnownWordsIsExplainedByWhatItLacks(text: String) throws {
        let classifier = try SampleMessages.classifier()
        let explanation = try #require(classifier.explain([text], classes: [2], terms: 10).first)
        #expect(explanation.terms.isEmpty && explanation.rest == 0)
        #expect(abs(explanation.base + explanation.absent - explanation.rawScore) < 1e-12)
        #expect(abs(explanation.base - 1.0 / 3) < 0.1)
    }

    @Test func placesOfATermAreBounded() throws {
        let classifier = try SampleMessages.classifier()
        let text = String(repeating: "cupom ", count: 1_000)
        let explanation = try #require(classifier.explain([text], classes: [0], terms: 10).first)
        for term in explanation.terms { #expect(term.spans.count <= 2 * ExplanationLimits.spansPerTerm) }
        #expect(explanation.terms.first?.spans.first == 0..<5)
    }

    @Test func explanationsOfManyThreadsAreThoseOfOne() throws {
        let classifier = try SampleMessages.classifier()
        let texts = Self.texts(100, seed: 3)
        let classes = best(classifier.predict(texts))
        let found = ParallelLoop(threads: 4).map(texts.count) {
            classifier.explain([texts[$0]], classes: [classes[$0]], terms: 4)
        }
        #expect(found.flatMap(\.self) == classifier.explain(texts, classes: classes, terms: 4))
    }
}
