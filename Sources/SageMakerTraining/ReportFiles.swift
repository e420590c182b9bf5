import FoundationEssentials
internal import JSON
internal import TrainingReport

/// The report as files in `output/data`.
enum ReportFiles {
    /// The page.
    static let page = "report.html"
    /// The same for programs.
    static let metrics = "metrics.json"
    /// The folder of the plots.
    static let plots = "plots"

    /// Writes the page, the measures and each plot; files of an earlier report are replaced.
    ///
    /// - Throws: `TrainingError` that names the file.
    static func write(_ report: Report, to folder: String) throws(TrainingError) {
        try OutputFolder.create(folder + "/" + plots)
        try write(Array(HTMLRenderer.page(report).utf8), to: "\(folder)/\(page)")
        try write(report.metrics.serialized() + [UInt8(ascii: "\n")], to: "\(folder)/\(metrics)")
        for plot in report.plots {
            try write(Array(SVGRenderer.file(plot).utf8), to: "\(folder)/\(plots)/\(plot.name).svg")
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(TrainingError) {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw TrainingError(.system(action: "write \(path)", reason: "\(error)"))
        }
    }
}
