import Foundation
import TestSupport
import Testing

/// Each faulty job ends with status 1, says why in `output/failure` and the log, and leaves no model.
struct FaultyJobTests {
    struct Fault: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var hyperparameters: [String: String] = [:]
        var files: [String: [UInt8]]
        var expected: [String]

        init(_ name: String, _ hyperparameters: [String: String] = [:], _ files: [String: String], _ expected: [String])
        {
            testDescription = name
            self.hyperparameters = hyperparameters
            self.files = files.mapValues { Array($0.utf8) }
            self.expected = expected
        }
    }

    static let good = "text,label\num dois,a\ntres quatro,b\n"

    static let faults: [Fault] = [
        Fault("empty channel", [:], [:], ["training", "no data file"]),
        Fault("missing column", [:], ["a.csv": "body,label\num,a\ndois,b\n"], ["text", "body, label"]),
        Fault("one class", [:], ["a.csv": "text,label\num,a\ndois,a\n"], ["\"a\"", "at least two labels"]),
        Fault("too many fields", [:], ["a.csv": "text,label\num,a\ndois,b,c\n"], ["a.csv", "line 3", "3 fields"]),
        Fault(
            "invalid JSON line",
            [:],
            ["a.jsonl": "{\"text\":\"um\",\"label\":\"a\"}\n{\"text\":}\n"],
            ["a.jsonl", "line 2"]
        ),
        Fault("misspelt hyperparameter", ["n_estimator": "5"], ["a.csv": good], ["n_estimator", "n_estimators"]),
        Fault("value out of range", ["n_estimators": "0"], ["a.csv": good], ["n_estimators", "\"0\""]),
        Fault(
            "nothing but stop words",
            ["language": "pt"],
            ["a.csv": "text,label\no a,a\nos as,b\n"],
            ["no term is left"]
        ),
    ]

    @Test(arguments: faults)
    func endsWithItsReason(fault: Fault) throws {
        let job = try JobFolder(hyperparameters: fault.hyperparameters)
        for (name, content) in fault.files { try job.add(content, to: "training", as: name) }
        let outcome = try job.train()
        #expect(outcome.status == 1, "\(outcome.log)")
        let failure = try #require(job.failure)
        for words in fault.expected { #expect(failure.contains(words), "\(failure)") }
        #expect(outcome.log.contains(fault.expected[0]))
        #expect(job.modelFiles.isEmpty)
    }

    @Test func invalidUTF8NamesFileAndByte() throws {
        let job = try JobFolder(hyperparameters: [:])
        try job.add(Array("text,label\num,a\ndo".utf8) + [0xFF] + Array("is,b\n".utf8), to: "training", as: "a.csv")
        #expect(try job.train().status == 1)
        let failure = try #require(job.failure)
        #expect(failure.contains("a.csv") && failure.contains("byte 18"), "\(failure)")
    }
}
