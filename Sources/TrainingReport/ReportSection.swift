public import JSON

/// A part of the report: what people see, and the same for programs.
///
/// A further section is a value more in the list; nothing else changes.
public struct ReportSection: Sendable, Equatable {
    /// The key in `metrics.json` and the anchor in the page: letters, digits and `_`.
    public var id: String
    /// The heading.
    public var title: String
    /// What it shows and how to read it, in a sentence or three.
    public var caption: String
    /// What stands below, in order.
    public var blocks: [ReportBlock]
    /// The value in `metrics.json`.
    public var metrics: JSONValue

    /// Creates a section from its parts.
    public init(id: String, title: String, caption: String, blocks: [ReportBlock], metrics: JSONValue) {
        self.id = id
        self.title = title
        self.caption = caption
        self.blocks = blocks
        self.metrics = metrics
    }
}

/// A piece of a section.
public enum ReportBlock: Sendable, Equatable {
    /// A plot, which is a file of its own too.
    case plot(ReportPlot)
    /// A table.
    case table(ReportTable)
    /// Names with their values.
    case facts([ReportFact])
    /// Documents with how they were classified.
    case documents([Mistake])
    /// A sentence.
    case note(String)
}

/// A name with its value, as text.
public struct ReportFact: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String
    /// What it is measured by or compared with, in a few words; may be empty.
    public var detail: String

    /// Creates a fact.
    public init(_ name: String, _ value: String, detail: String = "") {
        self.name = name
        self.value = value
        self.detail = detail
    }
}
