import AutomaticReplies
import Testing
import TextClassification

struct ReplyDeciderTests {
    static let labels = ["Troca", "Atraso", "Fraude", "Outro"]
    static let policy = """
        {"default":{"label":"Outro","template":0},"labels":{
          "Troca":{"template":32,"min_confidence":0.57,"only_when":{"store":["1","2"]},"never_when":["procon"]},
          "Atraso":{"template":"atraso"},
          "Outro":{"template":7,"min_confidence":0},
          "Fraude":{"template":9,"min_confidence":0,"automatic":false}},
         "only_when":{"problem":["Não chegou","Trocar, cancelar ou devolver"]},"never_when":["codigo postagem"]}
        """

    /// A record and what becomes of it.
    struct Case: Sendable {
        var label: Int
        var score: Float
        var fields = ["problem": "Trocar, cancelar ou devolver", "store": "2"]
        var text = "quero trocar"
        var known = 2
        var terms = 2
        var reason: ReplyReason
        var template = ReplyTemplate.number(0)
    }

    @Test(arguments: [
        Case(label: 0, score: 0.57, reason: .confident, template: .number(32)),
        Case(label: 0, score: 0.5699, reason: .belowThreshold),
        Case(label: 1, score: 0.8, reason: .confident, template: .text("atraso")),
        Case(label: 1, score: 0.79, reason: .belowThreshold),
        Case(label: 2, score: 1, reason: .other),
        Case(label: 3, score: 1, reason: .other),
        Case(label: 0, score: 0.9, fields: [:], reason: .fieldFilter),
        Case(label: 0, score: 0.9, fields: ["problem": "Elogio", "store": "1"], reason: .fieldFilter),
        Case(label: 0, score: 0.9, fields: ["problem": "nao chegou", "store": "3"], reason: .fieldFilter),
        Case(
            label: 0,
            score: 0.9,
            fields: ["problem": "  NAO   chegou ", "store": "1"],
            reason: .confident,
            template: .number(32)
        ),
        Case(label: 1, score: 0.9, fields: ["problem": "Não chegou"], reason: .confident, template: .text("atraso")),
        Case(label: 0, score: 0.9, text: "vou ao procon", reason: .blockedPhrase),
        Case(label: 1, score: 0.9, text: "vou ao procon", reason: .confident, template: .text("atraso")),
        Case(label: 1, score: 0.9, text: "meu codigo postagem", reason: .blockedPhrase),
        Case(label: 1, score: 0.9, known: 0, reason: .other),
        Case(label: 1, score: 0.9, known: 0, terms: 0, reason: .emptyText),
    ])
    func eachReasonIsGivenInItsOrder(_ given: Case) throws {
        let decision = try decider().decision(on: prediction(given), text: given.text) { given.fields[$0] }
        #expect(decision.reason == given.reason && decision.template == given.template)
        #expect(decision.isAutomatic == (given.reason == .confident))
        #expect(decision.label == (given.reason == .emptyText ? 3 : nil))
    }

    @Test func theFirstReasonWins() throws {
        let all = Case(label: 0, score: 0.1, fields: [:], text: "procon", reason: .fieldFilter)
        #expect(try decider().decision(on: prediction(all), text: all.text) { all.fields[$0] }.reason == .fieldFilter)
        let two = Case(label: 0, score: 0.1, text: "procon", reason: .belowThreshold)
        #expect(
            try decider().decision(on: prediction(two), text: two.text) { two.fields[$0] }.reason == .belowThreshold
        )
    }

    @Test(arguments: [nil, [nil, nil, nil, nil], [0.1]] as [[Float?]?])
    func labelWithoutThresholdIsNeverAutomatic(thresholds: [Float?]?) throws {
        let decider = try decider(thresholds)
        let given = Case(label: 1, score: 1, reason: .other)
        #expect(decider.decision(on: prediction(given), text: given.text) { given.fields[$0] }.reason == .other)
        #expect(decider.summary == "4 labels, 1 of them answered automatically")
        #expect(
            decider.warnings.count == 1 && decider.warnings[0].contains("auto for \"Atraso\", but the model has no")
        )
    }

    @Test func modelWithThresholdsGivesNoWarning() throws {
        #expect(try decider().summary == "4 labels, 2 of them answered automatically")
        #expect(try decider().warnings.isEmpty)
    }

    @Test func phrasesAreOnlyLookedForWhereAnAnswerWouldBeAutomatic() throws {
        let policy = try ReplyPolicy(parsing: Array(Self.policy.utf8))
        let decider = ReplyDecider(policy, labels: Self.labels, automaticThresholds: nil) { _ in
            Issue.record("the text of a record that is not automatic anyway was searched")
            return []
        }
        let given = Case(label: 0, score: 0.1, reason: .belowThreshold)
        #expect(decider.decision(on: prediction(given), text: "x") { given.fields[$0] }.reason == .belowThreshold)
    }

    private func decider(_ thresholds: [Float?]? = [nil, 0.8, 0.1, 0.1]) throws -> ReplyDecider {
        let policy = try ReplyPolicy(parsing: Array(Self.policy.utf8))
        let phrases = policy.phrases
        return ReplyDecider(policy, labels: Self.labels, automaticThresholds: thresholds) { text in
            Set(phrases.indices.filter { text.contains(phrases[$0]) })
        }
    }

    private func prediction(_ given: Case) -> Prediction {
        var probabilities = [Float](repeating: (1 - given.score) / 9, count: Self.labels.count)
        probabilities[given.label] = given.score
        return Prediction(probabilities: probabilities, knownTerms: given.known, terms: given.terms)
    }
}
