public import Dataset

/// Reads the documents of a channel: from its files one after the other in the order of their paths, or from its pipe.
///
/// Memory holds the texts once, beside one chunk of the file at hand.
public struct DocumentReader: Sendable {
    /// The share of labels to documents above which the label column is taken for a wrong one.
    static let greatestLabelShare = 0.9
    /// The number of documents below which that share says nothing.
    static let fewestDocumentsForShare = 20

    private let columns: DocumentColumns
    private let onWarning: @Sendable (String) -> Void

    /// Creates a reader that looks for the given columns; `onWarning` gets what is read otherwise than it may be meant.
    public init(columns: DocumentColumns, onWarning: @escaping @Sendable (String) -> Void = { _ in }) {
        self.columns = columns
        self.onWarning = onWarning
    }

    /// The documents of a channel.
    ///
    /// - Throws: `TrainingError` when there is none, or with the file and line that cannot be read.
    public func documents(of channel: InputChannel) throws(TrainingError) -> LabeledDocuments {
        var collector = DocumentCollector()
        switch channel.mode {
        case .file, .fastFile: try readFiles(of: channel, into: &collector)
        case .pipe: try readPipe(of: channel, into: &collector)
        case .other(let mode): throw TrainingError(.inputMode(channel: channel.name, mode: mode))
        }
        if collector.documents.isEmpty, let filter = columns.filter, collector.passed > 0 {
            throw TrainingError(.nothingLeft(of: collector.passed, after: "filter", value: filter.description))
        }
        guard !collector.documents.isEmpty else { throw TrainingError(.noDocuments(channel: channel.name)) }
        if collector.severalLabels > 0 {
            onWarning(
                "channel \"\(channel.name)\": \(collector.severalLabels) of \(collector.documents.count) documents have "
                    + "several labels; only the first one of each counts"
            )
        }
        return collector.documents
    }

    /// The documents of a channel to train on: they have at least two labels, and not one label each.
    ///
    /// - Throws: `TrainingError` as `documents(of:)` does, or when the labels are not such.
    public func trainingDocuments(of channel: InputChannel) throws(TrainingError) -> LabeledDocuments {
        let documents = try documents(of: channel)
        let labels = Set(documents.labels)
        if labels.count == 1, let label = labels.first {
            throw TrainingError(.oneClass(label, documents: documents.count))
        }
        let isShareKnown = documents.count >= Self.fewestDocumentsForShare
        if isShareKnown, Double(labels.count) > Self.greatestLabelShare * Double(documents.count) {
            throw TrainingError(.labelsDiffer(labels: labels.count, documents: documents.count))
        }
        return documents
    }

    private func readFiles(of channel: InputChannel, into collector: inout DocumentCollector) throws(TrainingError) {
        let files = try ChannelFiles(of: channel)
        guard !files.data.isEmpty else { throw TrainingError(.emptyChannel(channel.name, skipped: files.skipped)) }
        for file in files.data {
            try read(channel.directory + "/" + file, called: "\(channel.name)/\(file)", of: channel, into: &collector)
        }
    }

    private func readPipe(of channel: InputChannel, into collector: inout DocumentCollector) throws(TrainingError) {
        let pipe = ChannelPipe(channel)
        try pipe.waitUntilThere()
        try read(pipe.path, called: "pipe \(pipe.name)", of: channel, into: &collector)
    }

    private func read(
        _ path: String,
        called place: String,
        of channel: InputChannel,
        into collector: inout DocumentCollector
    ) throws(TrainingError) {
        do {
            var data = try DataFile(path)
            guard let start = try data.next() else { return }
            let format = try RecordFormat(start: start, fileName: place, contentType: channel.contentType)
            var decoder = format.decoder(
                columns,
                contentType: channel.contentType,
                isConcatenated: channel.mode == .pipe
            )
            try decoder.feed(start, into: &collector)
            while let chunk = try data.next() {
                try decoder.feed(chunk, into: &collector)
            }
            try decoder.finish(into: &collector)
        } catch {
            throw TrainingError(error.kind, at: error.place.map { "\(place): \($0)" } ?? place)
        }
    }
}
