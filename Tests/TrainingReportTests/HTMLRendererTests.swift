import JSON
import Testing

@testable import TrainingReport

struct HTMLRendererTests {
    @Test func everySectionHasItsHeadingInTheOrderOfTheList() throws {
        let report = Report(SampleContent.content())
        let page = HTMLRenderer.page(report)
        #expect(
            report.sections.map(\.id) == [
                "classes", "confusions", "coverage", "calibration", "automatic_answers", "trees", "terms", "mistakes",
                "data", "parameters",
            ]
        )
        var rest = page[...]
        for section in report.sections {
            let place = try #require(rest.firstRange(of: "<section id=\"\(section.id)\""))
            rest = rest[place.upperBound...]
            #expect(page.contains("<a href=\"#\(section.id)\">"))
        }
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
        #expect(page.hasSuffix("</body>\n</html>\n"))
    }

    @Test func everyElementIsClosed() {
        for labels in [["a", "b"], SampleContent.wildLabels] {
            let page = HTMLRenderer.page(Report(SampleContent.content(labels: labels)))
            #expect(Elements.unbalanced(in: page) == [])
        }
    }

    @Test func namesFromOutsideAreEscaped() {
        let page = HTMLRenderer.page(Report(SampleContent.content(labels: SampleContent.wildLabels)))
        #expect(!page.contains("<script"))
        #expect(!page.contains("<svg onload"))
        #expect(!page.contains("<i>"), "terms have markup in this sample")
        #expect(!page.contains("<b>\""), "so have parameters")
        #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!page.unicodeScalars.contains("\u{202E}"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/<wbr>script&gt;"))
        #expect(page.contains("<bdi>إلغاء الطلب</bdi>"))
        #expect(page.contains("(empty)"))
        #expect(!page.contains(String(repeating: "comprido ", count: 20)), "long labels are shortened")
    }

    @Test func nothingIsAskedForAndNothingRuns() {
        let page = HTMLRenderer.page(Report(SampleContent.content()))
        for word in ["http:", "https:", "//", "src=", "@import", "url(", "<link", "<script", "onload", "onclick"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
        #expect(page.contains("prefers-color-scheme:dark"))
        #expect(page.contains("width=device-width"))
    }

    @Test(arguments: [1, 2, 9, 77, 1000])
    func anyNumberOfLabelsIsShown(count: Int) {
        let labels = (0..<count).map { "label_\($0)" }
        let report = Report(SampleContent.content(labels: labels, documents: 3 * count))
        let page = HTMLRenderer.page(report)
        #expect(Elements.unbalanced(in: page) == [])
        let hasMatrix = report.plots.contains { $0.name == "confusions" }
        #expect(hasMatrix == (count <= MatrixPlot.mostClasses))
        #expect(page.utf8.count < 2_000_000)
    }

    @Test func furtherSectionsAreShownAndMeasured() {
        var report = Report(SampleContent.content())
        report.sections.append(
            ReportSection(
                id: "savings",
                title: "Hours saved",
                caption: "How.",
                blocks: [.note("12 hours")],
                metrics: 12
            )
        )
        #expect(HTMLRenderer.page(report).contains("12 hours"))
        #expect(report.metrics["savings"] == 12)
    }

    @Test func withoutMeasuredDocumentsThePageSaysSo() {
        let report = Report(SampleContent.content(documents: 0, source: .outOfBag))
        #expect(HTMLRenderer.page(report).contains("nothing could be measured"))
    }
}

/// Looks for elements that are opened and not closed.
enum Elements {
    private static let empty: Set<Substring> = ["meta", "wbr", "!doctype"]

    static func unbalanced(in page: String) -> [String] {
        var open: [Substring] = []
        for piece in page.split(separator: "<").dropFirst(page.hasPrefix("<") ? 0 : 1) {
            guard let tag = piece.split(separator: ">", omittingEmptySubsequences: false).first else { continue }
            let name = tag.prefix { $0 != " " && $0 != "\n" }
            if name.hasPrefix("/") {
                guard open.popLast() == name.dropFirst() else { return ["\(name) after \(open.suffix(3))"] }
            } else if !tag.hasSuffix("/"), !empty.contains(name) {
                open.append(name)
            }
        }
        return open.map(String.init)
    }
}
