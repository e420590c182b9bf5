import Evaluation
import Testing

@testable import TrainingReport

struct SVGRendererTests {
    @Test func everyPlotIsAFileOfItsOwn() {
        let report = Report(SampleContent.content(labels: SampleContent.wildLabels))
        #expect(
            report.plots.map(\.name) == [
                "classes", "confusions", "coverage", "calibration", "trees", "documents", "lengths",
            ]
        )
        for plot in report.plots {
            let file = SVGRenderer.file(plot)
            #expect(file.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
            #expect(Elements.unbalanced(in: file) == [], "\(plot.name)")
            #expect(!file.contains("<script") && !file.contains("<svg onload"))
            #expect(!file.contains("nan") && !file.contains("–px"))
            #expect(!file.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
    }

    @Test func lineGoesThroughItsPoints() {
        let plot = LinePlot(
            xAxis: .init("x", from: 0, to: 1, .share),
            yAxis: .init("y", from: 0, to: 1, .share),
            line: [.init(x: 0, y: 0), .init(x: 0.5, y: 1), .init(x: 2, y: -1)]
        )
        let drawing = SVGDrawing(plot)
        #expect(drawing.marks.contains("points=\"66,242 231,12 396,242\""), "points outside stay on the edge")
        #expect(drawing.marks.contains(">20%</text>"))
    }

    @Test func cellsHaveCountsAndTitles() {
        let plot = MatrixPlot(
            classes: ["a", "<b>"],
            entries: [
                .init(actual: 0, predicted: 0, count: 3), .init(actual: 1, predicted: 0, count: 1),
                .init(actual: 1, predicted: 1, count: 1),
            ]
        )
        let marks = SVGDrawing(plot).marks
        #expect(marks.contains("<title>is &lt;b&gt;, given a: 1 of 2</title>"))
        #expect(marks.contains("class=\"hit\""))
        #expect(marks.contains("class=\"miss\""))
        #expect(marks.contains(">3</text>"))
    }

    @Test func largeMatrixHasNoNumbersInItsCells() {
        let classes = (0..<77).map { "label \($0)" }
        let entries = (0..<77).map { ConfusionMatrix.Entry(actual: $0, predicted: $0, count: 4321) }
        let marks = SVGDrawing(MatrixPlot(classes: classes, entries: entries)).marks
        #expect(!marks.contains(">4321</text>"))
        #expect(marks.contains("<title>is label 76, given label 76: 4,321 of 4,321</title>"))
    }

    @Test func barsKeepInsideTheirTracks() {
        let rows = [BarPlot.Row("x", [.init(7, "7"), .init(-1, "-1"), .init(.nan, "–")])]
        let marks = SVGDrawing(BarPlot(rowTitle: "r", series: ["a", "b", "c"], rows: rows)).marks
        #expect(marks.contains("class=\"s0\" x=\"240\" y=\"31\" width=\"370\""))
        #expect(!marks.contains("width=\"2590\""))
        #expect(!marks.contains("width=\"-"))
    }
}
