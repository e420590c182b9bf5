import Foundation
import JSON
import TestSupport
import Testing

/// `carteiro analyze` as people call it.
struct AnalyzeTests {
    private let executable = CarteiroExecutable()

    @Test func showsTheStepsAndTheTermsOfEachLine() throws {
        let input = "Não comprei, cpf 529.982.247-25\nmeu e-mail é fulano@example.com\n"
        let outcome = try executable.run(["analyze", "--language", "pt", "--normalizer", "none"], input: input)
        #expect(outcome.status == 0, "\(outcome.log)")
        #expect(outcome.output.contains("nao comprei"))
        #expect(!outcome.output.split(separator: "terms")[1].contains("529"))
        #expect(outcome.output.components(separatedBy: "language   pt").count == 3)
    }

    @Test func printsOneJSONObjectForTheWholeInput() throws {
        let arguments = ["analyze", "--language", "en", "--normalizer", "none", "--whole", "--format", "json"]
        let outcome = try executable.run(arguments, input: "Where is my order?\nRegards,\nA. Customer\n")
        var parser = JSONParser(Array(outcome.output.utf8))
        let terms = try parser.parse()["terms"]?.arrayValue?.compactMap(\.stringValue)
        #expect(terms?.contains("order") == true, "\(outcome.output)")
        #expect(terms?.contains("customer") == false, "the signature is not the message")
    }

    @Test func printsAWordAndItsLemma() throws {
        let outcome = try executable.run(["analyze", "--lemmas", "--language", "en"], input: "house\nwe\n")
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.split(separator: "\t").count == 2 })
        #expect(outcome.output.hasPrefix("house\thouse\n"))
    }

    @Test(arguments: [["--language", "xx"], ["--normalizer", "magic"], ["--model", "/nowhere"]])
    func namesAnOptionThatIsWrong(options: [String]) throws {
        let outcome = try executable.run(["analyze"] + options, input: "text\n")
        #expect(outcome.status != 0)
        #expect(outcome.log.contains(options[1]) || outcome.log.contains("carteiro.model"), "\(outcome.log)")
    }
}
