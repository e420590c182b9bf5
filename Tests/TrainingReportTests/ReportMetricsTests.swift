import Evaluation
import JSON
import Testing

@testable import TrainingReport

struct ReportMetricsTests {
    private func metrics(_ content: ReportContent) throws -> JSONValue {
        try JSONValue(parsing: Report(content).metrics.serialized())
    }

    @Test func keysStandInTheirOrder() throws {
        let metrics = try metrics(SampleContent.content())
        #expect(
            metrics.objectValue?.keys == [
                "format", "producer", "source", "labels", "summary", "classes", "confusions", "coverage", "calibration",
                "automatic_answers", "trees", "terms", "mistakes", "data", "parameters",
            ]
        )
        #expect(
            metrics["summary"]?.objectValue?.keys == [
                "documents", "correct", "accuracy", "macro_f1", "weighted_f1", "log_loss", "expected_calibration_error",
                "greatest_calibration_error",
            ]
        )
    }

    @Test func sumsAgree() throws {
        let metrics = try metrics(SampleContent.content(documents: 61))
        let documents = 61
        #expect(metrics["summary"]?["documents"]?.intValue == documents)
        let entries = try #require(metrics["confusions"]?["entries"]?.arrayValue)
        #expect(entries.reduce(0) { $0 + ($1.arrayValue?[2].intValue ?? 0) } == documents)
        let right = entries.filter { $0.arrayValue?[0] == $0.arrayValue?[1] }
        #expect(right.reduce(0) { $0 + ($1.arrayValue?[2].intValue ?? 0) } == metrics["summary"]?["correct"]?.intValue)
        let classes = try #require(metrics["classes"]?.arrayValue)
        #expect(classes.reduce(0) { $0 + ($1["documents"]?.intValue ?? 0) } == documents)
        #expect(classes.reduce(0) { $0 + ($1["given"]?.intValue ?? 0) } == documents)
        let bins = try #require(metrics["calibration"]?["bins"]?.arrayValue)
        #expect(bins.reduce(0) { $0 + ($1["documents"]?.intValue ?? 0) } == documents)
        let all = try #require(metrics["coverage"]?["thresholds"]?.arrayValue?.first)
        #expect(all["answered"]?.intValue == documents)
        #expect(all["precision"] == metrics["summary"]?["accuracy"])
        let counts = try #require(metrics["data"]?["training"]?["label_counts"]?.arrayValue)
        #expect(counts.reduce(0) { $0 + ($1["documents"]?.intValue ?? 0) } == documents)
    }

    @Test func documentOfAnUnknownLabelIsAClassMore() throws {
        var content = SampleContent.content()
        content.classifications[1].actual = 3
        let metrics = try metrics(content)
        #expect(metrics["labels"]?.arrayValue?.count == 3)
        #expect(metrics["classes"]?.arrayValue?.count == 4)
        #expect(metrics["classes"]?.arrayValue?.last?["documents"]?.intValue == 1)
        #expect(metrics["classes"]?.arrayValue?.last?["recall"]?.doubleValue == 0)
    }

    @Test func namesComeBackAsTheyWere() throws {
        let metrics = try metrics(SampleContent.content(labels: SampleContent.wildLabels))
        #expect(metrics["labels"]?.arrayValue?.compactMap(\.stringValue) == SampleContent.wildLabels)
        #expect(metrics["parameters"]?["stop_words"]?.stringValue == "<b>\"a\"</b>")
    }

    @Test func sameContentGivesTheSameBytes() {
        let one = Report(SampleContent.content(labels: SampleContent.wildLabels))
        let two = Report(SampleContent.content(labels: SampleContent.wildLabels))
        #expect(one == two)
        #expect(one.metrics.serialized() == two.metrics.serialized())
        #expect(HTMLRenderer.page(one) == HTMLRenderer.page(two))
        #expect(one.plots.map(SVGRenderer.file) == two.plots.map(SVGRenderer.file))
    }

    @Test func withoutDocumentsAllNumbersAreFinite() throws {
        let metrics = try metrics(SampleContent.content(documents: 0, source: .outOfBag))
        #expect(metrics["summary"]?["accuracy"]?.doubleValue == 0)
        #expect(metrics["source"]?.stringValue == "out_of_bag")
        #expect(metrics["data"]?["validation"] == .null)
    }
}
