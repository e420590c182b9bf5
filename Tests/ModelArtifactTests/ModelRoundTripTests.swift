import AutomaticReplies
import Dataset
import FeatureExtraction
import RandomForest
import Testing
import TextAnalysis
import TextClassification

@testable import ModelArtifact

struct ModelRoundTripTests {
    @Test func openedModelPredictsTheSameBitForBit() throws {
        let folder = try TemporaryFolder()
        let trained = try SampleModel.train()
        try trained.write(to: folder.model)
        let opened = try Model.open(path: folder.model)
        let texts = SampleModel.texts + ["", "xyzabc", "pedido cupom troca"]
        #expect(opened.classifier.predict(texts) == trained.classifier.predict(texts))
        #expect(opened.classifier.labels == ["cupom 🎟", "entrega", "troca"])
        #expect(opened.classifier.forest == trained.classifier.forest)
        #expect(opened.classifier.vectorizer.vocabulary == trained.classifier.vectorizer.vocabulary)
        #expect(opened.classifier.vectorizer.idf == trained.classifier.vectorizer.idf)
        #expect(opened.classifier.analyzerState == trained.classifier.analyzerState)
        #expect(opened.metadata == trained.metadata)
    }

    @Test func modelWithoutDrawsOfItsLeavesExplainsItselfToo() throws {
        let folder = try TemporaryFolder()
        let trained = try SampleModel.train()
        var parts = ArtifactParts(trained.encoded())
        parts[.leafDraws] = nil
        let opened = try folder.open(parts.encoded())
        let texts = SampleModel.texts
        #expect(opened.classifier.predict(texts) == trained.classifier.predict(texts))
        let classes = [Int](repeating: 1, count: texts.count)
        let found = opened.classifier.explain(texts, classes: classes, terms: 5)
        let expected = trained.classifier.explain(texts, classes: classes, terms: 5)
        #expect(found.map(\.rawScore) == expected.map(\.rawScore))
        for explanation in found {
            let sum = explanation.terms.reduce(0) { $0 + $1.contribution }
            #expect(abs(explanation.base + sum + explanation.absent + explanation.rest - explanation.rawScore) < 1e-9)
        }
    }

    @Test(arguments: Normalizer.allCases, [LanguageChoice.auto, .fixed(.english), .fixed(.spanish)])
    func everyAnalyzerIsReadBack(_ normalizer: Normalizer, language: LanguageChoice) throws {
        let folder = try TemporaryFolder()
        let parameters = AnalyzerParameters(language: language, normalizer: normalizer, foldAccents: false)
        let trained = try SampleModel.train(analyzer: parameters)
        let opened = try folder.open(trained.encoded())
        #expect(opened.classifier.analyzerState == trained.classifier.analyzerState)
        let texts = SampleModel.texts + ["where is my order", "dónde está mi pedido"]
        #expect(opened.classifier.predict(texts) == trained.classifier.predict(texts))
        #expect(opened.encoded() == trained.encoded())
    }

    @Test func replyPolicyIsReadBack() throws {
        let folder = try TemporaryFolder()
        var model = try SampleModel.train()
        #expect(try folder.open(model.encoded()).replyPolicy == nil)
        let rule = ReplyPolicy.Rule(label: "troca", template: .text("t"), minimum: .score(0.1))
        model.replyPolicy = ReplyPolicy(defaultTemplate: .number(0), rules: [rule])
        let opened = try folder.open(model.encoded())
        #expect(opened.replyPolicy == model.replyPolicy)
        #expect(opened.encoded() == model.encoded())
    }

    @Test(arguments: [
        (#"{"labels":{}}"#, #"there is no "default"; give {"template": ...} for what is not answered automatically"#),
        (
            #"{"default":{"template":0},"labels":{"trocas":{"template":1}}}"#,
            #"/labels/trocas: the model has no label "trocas"; did you mean "troca"?"#
        ),
    ])
    func replyPolicyThatDoesNotFitIsRefusedInOneLine(policy: String, reason: String) throws {
        var parts = ArtifactParts(try SampleModel.train().encoded())
        parts.append(.replyPolicy, Array(policy.utf8))
        let refusal = try TemporaryFolder().refusal(of: parts.encoded())
        #expect(refusal == "the part policy is malformed: \(reason); train the model again")
    }

    @Test func formMapsAreReadBack() throws {
        let folder = try TemporaryFolder()
        let model = try SampleModel.trainWithForms()
        let opened = try folder.open(model.encoded())
        #expect(opened.classifier.analyzerState == model.classifier.analyzerState)
        #expect(opened.classifier.analyzerState.formMaps.count == 3 && opened.classifier.analyzerState.language == nil)
        let texts = SampleModel.texts + ["um dos pedidos", "where are my orders", ""]
        #expect(opened.classifier.predict(texts) == model.classifier.predict(texts))
        #expect(opened.encoded() == model.encoded())
    }

    @Test func damagedFormMapIsRefusedInOneLine() throws {
        let folder = try TemporaryFolder()
        var parts = ArtifactParts(try SampleModel.trainWithForms().encoded())
        parts[.spanishForms]?.append(0)
        let refusal = try folder.refusal(of: parts.encoded())
        #expect(refusal?.hasPrefix("form map of language 'es': goes on after its last word (byte ") == true)
        #expect(refusal?.hasSuffix("); the model file is damaged, train or copy the model again") == true)
    }

    @Test func sampleHasLeavesOfBothKinds() throws {
        let forest = try SampleModel.train().classifier.forest
        #expect(forest.mixtureOffsets.count > 1 && forest.trees == 4)
    }

    @Test func bytesAreTheSameForAnyNumberOfThreads() throws {
        let bytes = try SampleModel.train().encoded()
        #expect(try SampleModel.train().encoded() == bytes)
        #expect(try SampleModel.train(threads: 4).encoded() == bytes)
    }

    @Test func openedModelEncodesToTheSameBytes() throws {
        let folder = try TemporaryFolder()
        let bytes = try SampleModel.train().encoded()
        #expect(try folder.open(bytes).encoded() == bytes)
    }

    @Test func predictionsOutliveTheFile() throws {
        let folder = try TemporaryFolder()
        let trained = try SampleModel.train()
        let opened = try folder.open(trained.encoded())
        try Model(classifier: trained.classifier, metadata: opened.metadata).write(to: folder.model)
        #expect(opened.classifier.predict(SampleModel.texts) == trained.classifier.predict(SampleModel.texts))
    }
}
