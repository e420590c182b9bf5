/// Which column holds the text and which the label, and how a name is looked for.
///
/// A name matches without regard to the case of ASCII letters and to spaces around it; an exact match comes first.
public struct DocumentColumns: Sendable, Equatable {
    /// The columns that may hold the text when none is named, in the order in which they are looked for.
    public static let defaultTextColumns = ["text", "message", "source"]
    /// The column that holds the label when none is named.
    public static let defaultLabelColumn = "label"
    /// The attributes of an augmented manifest when none are named, as BlazingText has them.
    static let defaultAttributes = ["source", "label"]

    /// Where the columns are in a record.
    struct Places {
        let text: Int
        let label: Int
        let filter: Int?
    }

    /// The names of the text column; the first one that is there counts.
    let text: [String]
    /// The name of the label column.
    let label: String
    /// Which documents are read; `nil` for all.
    let filter: DocumentFilter?
    /// The attributes of an augmented manifest, in their order; `nil` for the default.
    let attributes: [String]?
    /// Whether one of the names was given, so that a file without it is an error and not a file without a header.
    let isNamed: Bool

    /// Creates the columns of the hyperparameters `text_column`, `label_column`, `filter` and `attribute_names`.
    public init(
        text: String? = nil,
        label: String? = nil,
        filter: DocumentFilter? = nil,
        attributes: [String]? = nil
    ) {
        self.text = text.map { [$0] } ?? Self.defaultTextColumns
        self.label = label ?? Self.defaultLabelColumn
        self.filter = filter
        self.attributes = attributes
        isNamed = text != nil || label != nil || filter != nil
    }

    /// Whether a document with this value in the filter's column is read.
    func admits(_ value: String?) -> Bool {
        guard let filter, let value else { return true }
        return filter.admits(value)
    }

    /// Whether one of the names is among those of a first record.
    func areNamed(in names: [String]) -> Bool {
        (text + [label]).contains { Self.index(of: $0, in: names) != nil }
    }

    /// Where the columns are among the names.
    ///
    /// - Throws: `TrainingError` of kind `missingColumn`, with the names.
    func places(in names: [String]) throws(TrainingError) -> Places {
        guard let textIndex = text.lazy.compactMap({ Self.index(of: $0, in: names) }).first else {
            throw TrainingError(.missingColumn(hyperparameter: "text_column", wanted: text, seen: names))
        }
        guard let labelIndex = Self.index(of: label, in: names) else {
            throw TrainingError(.missingColumn(hyperparameter: "label_column", wanted: [label], seen: names))
        }
        guard let filter else { return Places(text: textIndex, label: labelIndex, filter: nil) }
        guard let filterIndex = Self.index(of: filter.column, in: names) else {
            throw TrainingError(.missingColumn(hyperparameter: "filter", wanted: [filter.column], seen: names))
        }
        return Places(text: textIndex, label: labelIndex, filter: filterIndex)
    }

    /// Checks that a format with nothing but texts and labels will do.
    ///
    /// - Throws: `TrainingError` of kind `missingColumn` when a filter asks for more.
    func requireNoFilter() throws(TrainingError) {
        guard let filter else { return }
        throw TrainingError(.missingColumn(hyperparameter: "filter", wanted: [filter.column], seen: ["label", "text"]))
    }

    private static func index(of wanted: String, in names: [String]) -> Int? {
        names.firstIndex(of: wanted) ?? names.firstIndex { folded($0) == folded(wanted) }
    }

    private static func folded(_ name: String) -> [UInt8] {
        trimmed(name).utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
    }

    /// The text without the ASCII white space around it.
    static func trimmed(_ text: String) -> Substring {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        let utf8 = text.utf8
        guard let first = utf8.firstIndex(where: { !isSpace($0) }), let last = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return text[first...last]
    }
}
