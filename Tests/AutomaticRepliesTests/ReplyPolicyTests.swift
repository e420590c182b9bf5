import AutomaticReplies
import JSON
import Testing

struct ReplyPolicyTests {
    @Test func theTableHasGoodAndBadPolicies() {
        #expect(PolicyCase.all.count { $0.error == nil } == 10)
        #expect(PolicyCase.all.count { $0.error != nil } == 52)
    }

    @Test(arguments: PolicyCase.all)
    func eachMistakeIsNamedByItsPlace(_ given: PolicyCase) throws {
        #expect(fault(of: given.policy.serialized()) == given.error)
    }

    @Test(arguments: PolicyCase.all.filter { $0.error == nil })
    func writtenPolicyIsReadBack(_ given: PolicyCase) throws {
        let policy = try ReplyPolicy(json: given.policy)
        let written = policy.json.serialized()
        #expect(try ReplyPolicy(parsing: written) == policy)
        #expect(try ReplyPolicy(parsing: written).json.serialized() == written)
    }

    @Test func everythingOfThePolicyIsRead() throws {
        let policy = try read(
            #"{"default":{"label":"Outro","template":0},"labels":{"#
                + #""Troca":{"template":"t1","min_confidence":0.25,"never_when":["  lei   do consumidor "]},"#
                + #""Fraude":{"automatic":false}},"only_when":{"problem":["Trocar"]},"never_when":["procon"]}"#
        )
        let troca = ReplyPolicy.Rule(
            label: "Troca",
            template: .text("t1"),
            minimum: .score(0.25),
            conditions: ReplyPolicy.Conditions(neverWhen: ["lei do consumidor"])
        )
        let expected = ReplyPolicy(
            defaultLabel: "Outro",
            defaultTemplate: .number(0),
            rules: [troca, ReplyPolicy.Rule(label: "Fraude", template: nil, isAutomatic: false)],
            conditions: ReplyPolicy.Conditions(
                onlyWhen: [ReplyPolicy.FieldFilter(field: "problem", values: ["Trocar"])],
                neverWhen: ["procon"]
            )
        )
        #expect(policy == expected)
        #expect(policy.phrases == ["procon", "lei do consumidor"] && policy.fields == ["problem"])
    }

    @Test(arguments: [
        ("{", "JSON line 1, column 2 (byte 1): expected a key in double quotes, found the end of the text"),
        (
            #"{"default":{"template":0},"default":{"template":1}}"#,
            #"JSON line 1, column 27 (byte 26): the key "default" stands twice in one object; keep one"#
        ),
        (
            String(repeating: "[", count: 17),
            "JSON line 1, column 17 (byte 16): arrays and objects may stand at most 16"
        ),
        (String(repeating: " ", count: 1_048_577), "the file has 1048577 bytes; it may have 1048576"),
    ])
    func textThatIsNoPolicyIsRefused(text: String, message: String) {
        #expect(fault(of: Array(text.utf8))?.hasPrefix(message) == true)
    }

    @Test(arguments: [
        (labels(10_001), "/labels: 10001 labels; at most 10000 are allowed"),
        (conditions(#""never_when":["#, 1_001), "/never_when: 1001 phrases; at most 1000 are allowed"),
        (conditions(#""only_when":{"f":["#, 1_001), "/only_when/f: 1001 values; at most 1000 are allowed"),
    ])
    func sizesAreLimited(text: String, message: String) {
        #expect(fault(of: Array(text.utf8)) == message)
    }

    @Test func sizesAtTheirLimitAreAllowed() throws {
        for text in [Self.labels(10_000), Self.conditions(#""never_when":["#, 1_000)] { _ = try read(text) }
    }

    @Test func oneErrorNamesAtMostTwentyFaults() throws {
        let text =
            #"{"default":{"template":0},"labels":{"# + (0..<30).map { "\"\($0)\":1" }.joined(separator: ",") + "}}"
        #expect(throws: ReplyPolicyError.self) { try read(text) }
        #expect(fault(of: Array(text.utf8))?.split(separator: ";").count == 20)
    }

    @Test(arguments: [
        ("Troca", nil),
        ("troca", #"/labels/troca: the model has no label "troca"; did you mean "Troca"?"#),
        ("Trocas", #"/labels/Trocas: the model has no label "Trocas"; did you mean "Troca"?"#),
        ("Elogio", #"/labels/Elogio: the model has no label "Elogio"; take it out, or correct it"#),
    ])
    func labelsMustBeThoseOfTheModel(label: String, message: String?) throws {
        let policy = try read(#"{"default":{"template":0},"labels":{""# + label + #"":{"template":1}}}"#)
        #expect(fault { try policy.check(labels: ["Troca", "Atraso"]) } == message)
    }

    @Test func defaultLabelMustBeOneOfTheModel() throws {
        let policy = try read(#"{"default":{"label":"Outro","template":0}}"#)
        let message = #"/default/label: the model has no label "Outro"; did you mean "Outros"?"#
        #expect(fault { try policy.check(labels: ["Troca", "Outros"]) } == message)
    }

    private func read(_ text: String) throws -> ReplyPolicy { try ReplyPolicy(parsing: Array(text.utf8)) }

    private func fault(of bytes: [UInt8]) -> String? {
        fault { _ = try ReplyPolicy(parsing: bytes) }
    }

    private func fault(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch {
            return "\(error)"
        }
    }

    private static func labels(_ count: Int) -> String {
        let labels = (0..<count).map { #""label \#($0)":{"template":1}"# }
        return #"{"default":{"template":0},"labels":{"# + labels.joined(separator: ",") + "}}"
    }

    private static func conditions(_ start: String, _ count: Int) -> String {
        let texts = (0..<count).map { "\"word\($0)\"" }.joined(separator: ",")
        return #"{"default":{"template":0},"# + start + texts + (start.contains("{") ? "]}}" : "]}")
    }
}
