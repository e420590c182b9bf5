import Testing
import TextAnalysis

@testable import SageMakerTraining

struct SubstitutionsFileTests {
    @Test func termsComeInTheOrderOfTheFile() throws {
        let json = Array(#"{"mercadoria": "pedido", " bom   dia ": ""}"#.utf8)
        let expected = [
            Substitution(phrase: "mercadoria", replacement: "pedido"), Substitution(phrase: "bom dia", replacement: ""),
        ]
        #expect(try SubstitutionsFile.substitutions(in: json, place: "config/substitutions.json") == expected)
    }

    @Test(arguments: [
        ("[1]", "config/s.json: expected an object from term to term, found an array"),
        (#"{"a": 1}"#, #"config/s.json: the term "a" has a number; give a text, empty to drop it"#),
        (#"{" ": "b"}"#, "config/s.json: a term is empty; give the word or phrase to replace"),
        (
            "{",
            "config/s.json: JSON line 1, column 2 (byte 1): expected a key in double quotes, found the end of the text"
        ),
    ])
    func faultsNameTheFileAndTheTerm(json: String, message: String) {
        #expect {
            try SubstitutionsFile.substitutions(in: Array(json.utf8), place: "config/s.json")
        } throws: {
            "\($0)" == message && ($0 as? TrainingError)?.fault == .user
        }
    }
}
