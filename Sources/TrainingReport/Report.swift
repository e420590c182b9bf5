public import JSON

/// The report of a training: a heading, a few figures and a list of sections.
public struct Report: Sendable, Equatable {
    /// The version of the form of `metrics.json`; it grows when a key changes its meaning or goes.
    public static let format = 1

    /// The heading.
    public var title: String
    /// What was trained on what, in one sentence.
    public var subtitle: String
    /// The figures that count most.
    public var headline: [ReportFact]
    /// The sections, in order; add further ones here.
    public var sections: [ReportSection]
    /// The last line.
    public var footer: String
    /// What `metrics.json` has besides the sections.
    private let head: JSONObject

    /// Makes the report of a training; it depends on its content only.
    public init(_ content: ReportContent) {
        let measures = ReportMeasures(content)
        title = "Training report"
        subtitle = Self.subtitle(content)
        headline = SummaryFigures.facts(content, measures)
        let all: [ReportSection?] = [
            .classes(content, measures), .confusions(measures), .coverage(measures), .calibration(measures),
            .automaticAnswers(content), .trees(content), .terms(content), .mistakes(content), .data(content),
            .parameters(content),
        ]
        sections = all.compactMap(\.self)
        footer = "\(content.producer). The same documents, hyperparameters and version give the same report."
        var head = JSONObject()
        head["format"] = .count(Self.format)
        head["producer"] = .string(content.producer)
        head["source"] = .string(content.source.rawValue)
        head["labels"] = .array(content.labels.map(JSONValue.string))
        head["summary"] = SummaryFigures.metrics(content, measures)
        self.head = head
    }

    /// The plots of all sections, in order.
    public var plots: [ReportPlot] {
        sections.flatMap(\.blocks).compactMap { if case .plot(let plot) = $0 { plot } else { nil } }
    }

    /// The value of `metrics.json`: always the same keys in the same order.
    public var metrics: JSONValue {
        var object = head
        for section in sections { object[section.id] = section.metrics }
        return .object(object)
    }

    private static func subtitle(_ content: ReportContent) -> String {
        let learned =
            "\(ReportNumber.count(content.data.training.lengths.count, "document")) with "
            + "\(ReportNumber.count(content.labels.count, "label")) were learned from. "
        guard !content.classifications.isEmpty else {
            return learned + "No document was held out, and no tree left a document out, so nothing could be measured: "
                + "give a validation channel or validation_fraction."
        }
        switch content.source {
        case .validation:
            return learned + "All measures are of \(ReportNumber.count(content.classifications.count, "document")) "
                + "that were held out."
        case .outOfBag:
            return learned + "No document was held out, so all measures are out-of-bag estimates: each document was "
                + "classified by those trees alone that did not see it in training."
        }
    }
}
