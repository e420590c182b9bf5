import Foundation
import JSON
import TestSupport
import Testing

/// A job writes its report beside the model.
struct TrainingReportTests {
    private static let plots = ["calibration", "classes", "confusions", "coverage", "documents", "lengths", "trees"]

    private func metrics(_ job: SampleJob) throws -> JSONValue {
        try JSONValue(parsing: try #require(job.folder.folder.read("output/data/metrics.json")))
    }

    private func page(_ job: SampleJob) throws -> String {
        String(decoding: try #require(job.folder.folder.read("output/data/report.html")), as: UTF8.self)
    }

    @Test(arguments: ["auto", "none"]) func pageMeasuresAndPlotsAgreeWithTheLog(calibration: String) throws {
        let job = try SampleJob(hyperparameters: ["calibration": calibration])
        let metrics = try metrics(job)
        #expect(metrics["source"]?.stringValue == "validation")
        for name in ["accuracy", "macro_f1", "weighted_f1", "log_loss"] {
            let logged = try #require(job.metric("validation:\(name)"))
            #expect(abs((metrics["summary"]?[name]?.doubleValue ?? -1) - logged) < 0.0001, "\(name)")
        }
        #expect(metrics["summary"]?["documents"]?.intValue == 120)
        #expect(metrics["data"]?["training"]?["documents"]?.intValue == 480)
        let automatic = job.metric("validation:automatic_share")
        #expect(
            (metrics["automatic_answers"]?["all"]?["share"]?.doubleValue).map { ($0 * 1e4).rounded() / 1e4 }
                == automatic
        )
        // The votes of fewer trees have no calibration, so the last point is that of the whole forest's votes.
        if calibration == "none" {
            #expect(metrics["trees"]?.arrayValue?.last?["accuracy"] == metrics["summary"]?["accuracy"])
        }
        #expect(metrics["parameters"]?["n_estimators"]?.stringValue == "25")
        let wrong = 120 - (metrics["summary"]?["correct"]?.intValue ?? 0)
        #expect(metrics["mistakes"]?.arrayValue?.count == min(50, wrong))
        let page = try page(job)
        #expect(page.contains("Prazo de reembolso"))
        #expect(!page.contains("//"))
        for name in Self.plots {
            let plot = try #require(job.folder.folder.read("output/data/plots/\(name).svg"))
            #expect(String(decoding: plot, as: UTF8.self).hasSuffix("</svg>\n"))
        }
    }

    @Test func reportDoesNotDependOnThreads() throws {
        let (one, two) = (
            try SampleJob(hyperparameters: ["n_jobs": "1"]), try SampleJob(hyperparameters: ["n_jobs": "3"])
        )
        for name in ["report.html", "metrics.json"] + Self.plots.map({ "plots/\($0).svg" }) {
            let file = try #require(one.folder.folder.read("output/data/\(name)"))
            #expect(file == two.folder.folder.read("output/data/\(name)"), "\(name)")
        }
    }

    @Test func withoutValidationTheMeasuresAreOutOfBag() throws {
        let folder = try JobFolder(hyperparameters: [
            "n_estimators": "25", "language": "pt", "oob_score": "true", "calibration": "none",
        ])
        try folder.add(try SampleMessages.csv(channel: "training"), to: "training", as: "messages.csv")
        let outcome = try folder.train()
        #expect(outcome.status == 0, "\(outcome.log)")
        let metrics = try JSONValue(parsing: try #require(folder.folder.read("output/data/metrics.json")))
        #expect(metrics["source"]?.stringValue == "out_of_bag")
        let summary = try #require(metrics["summary"])
        for name in ["accuracy", "macro_f1"] {
            let line = outcome.output.split(separator: "\n").last { $0.hasPrefix("oob:\(name)=") }
            let logged = try #require(line.flatMap { Double($0.split(separator: "=")[1].dropLast()) })
            #expect(abs((summary[name]?.doubleValue ?? -1) - logged) < 0.0001, "\(name)")
        }
    }

    @Test(arguments: ["true", "false"])
    func withoutBootstrapNothingIsMeasuredAndNothingFails(bootstrap: String) throws {
        let folder = try JobFolder(
            hyperparameters: ["n_estimators": "3", "bootstrap": bootstrap, "normalizer": "none", "language": "pt"]
        )
        try folder.add(Data("text,label\num dois,a\ntrês quatro,b\n".utf8), to: "training", as: "few.csv")
        #expect(try folder.train().status == 0)
        #expect(folder.folder.read("output/data/report.html") != nil)
    }

    @Test func reportIsLeftOutOnRequest() throws {
        let job = try SampleJob(hyperparameters: ["report": "false"])
        #expect(job.outcome.status == 0)
        #expect(!FileManager.default.fileExists(atPath: job.folder.folder.path + "/output/data/report.html"))
        #expect(!job.outcome.output.contains("report_seconds"))
    }

    @Test func trainingSucceedsWhenTheReportCannotBeWritten() throws {
        let folder = try JobFolder(hyperparameters: ["n_estimators": "5", "language": "pt"])
        try folder.add(try SampleMessages.csv(channel: "training"), to: "training", as: "messages.csv")
        try folder.folder.write(Data("in the way".utf8), to: "output/data")
        let outcome = try folder.train()
        #expect(outcome.status == 0)
        #expect(outcome.log.contains("the model is complete, but its report is not written"))
        #expect(folder.model != nil)
        #expect(folder.failure == nil)
    }

    /// The CPF and the address are synthetic.
    @Test func noPersonalDataWithAShapeIsWritten() throws {
        let folder = try JobFolder(
            hyperparameters: ["n_estimators": "5", "mask_entities": "false", "normalizer": "none", "language": "pt"]
        )
        var text = "text,label\n"
        for number in 0..<40 {
            text +=
                "cpf 123.456.789-09 mail joana.exemplo@example.com pedido \(number),\(number.isMultiple(of: 2) ? "a" : "b")\n"
        }
        try folder.add(Data(text.utf8), to: "training", as: "messages.csv")
        #expect(try folder.train().status == 0)
        for name in ["report.html", "metrics.json"] {
            let file = String(decoding: try #require(folder.folder.read("output/data/\(name)")), as: UTF8.self)
            #expect(!file.contains("123.456"))
            #expect(!file.contains("joana"), "\(name)")
            #expect(file.contains("[cpf] mail [email] pedido"))
        }
    }
}
