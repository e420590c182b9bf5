/// Writes the answers to a request's records, one for each, in the order of the records.
struct InvocationEncoder: Sendable {
    let labels: AnswerLabels
    let format: AnswerFormat
    /// The keys that were asked for; `nil` for the usual ones.
    let keys: [OutputKey]?
    let isBatch: Bool
    /// Whether the usual answers say what becomes of a record.
    let showsDecisions: Bool
    /// Whether the last line of lines and CSV has an end.
    var endsLastLine: Bool
    /// Whether CSV rows have a last column for the explanation, as JSON.
    var explains = false

    /// Creates an encoder for one format.
    ///
    /// - Parameters:
    ///   - labels: the classes, in the order of a prediction's probabilities.
    ///   - format: how to write.
    ///   - keys: the parts of an answer; `nil` for the label and its score.
    ///   - isBatch: whether CSV rows have a column for the error.
    ///   - showsDecisions: whether the usual answers say what becomes of a record.
    ///   - endsLastLine: whether the last line of lines and CSV has an end.
    init(
        labels: AnswerLabels,
        format: AnswerFormat,
        keys: [OutputKey]? = nil,
        isBatch: Bool = false,
        showsDecisions: Bool = false,
        endsLastLine: Bool = false
    ) {
        self.labels = labels
        self.format = format
        self.keys = keys
        self.isBatch = isBatch
        self.showsDecisions = showsDecisions
        self.endsLastLine = endsLastLine
    }

    /// The body of the answer; `shape` matters to JSON only.
    func encode(_ answers: [RecordAnswer], shape: Invocation.Shape) -> [UInt8] {
        // Rows of one answer must have one width, so one record's k widens all.
        encode(answers, shape: shape, width: answers.lazy.compactMap(\.k).first)
    }

    /// The body of an answer, or a part of one whose CSV rows all list `width` classes; `nil` for none.
    func encode(_ answers: [RecordAnswer], shape: Invocation.Shape, width: Int?) -> [UInt8] {
        switch format.kind {
        case .json: encodeJSON(answers, shape: shape)
        case .jsonLines: withLastLine(encodeJSONLines(answers))
        case .csv: withLastLine(encodeCSV(answers, width: width))
        case .plainText: withLastLine(encodePlainText(answers))
        }
    }

    /// The label of a class; empty for a class that the model does not have.
    func label(_ index: Int) -> String { labels[index] }

    /// The keys of answers in JSON that list `k` classes.
    func answerKeys(listing k: Int?) -> AnswerKeys {
        if keys == nil, k == nil, !showsDecisions { return .usual }
        return AnswerKeys(keys(listing: k, usual: usualKeys))
    }

    /// The keys of an answer that lists `k` classes.
    func keys(listing k: Int?, usual: [OutputKey]) -> [OutputKey] {
        let keys = keys ?? usual
        guard k != nil, !keys.contains(.labels), !keys.contains(.scores) else { return keys }
        return keys + [.labels, .scores]
    }

    /// Takes the end of the last line away unless it is wanted.
    private func withLastLine(_ bytes: consuming [UInt8]) -> [UInt8] {
        guard !endsLastLine, bytes.last == UInt8(ascii: "\n") else { return bytes }
        var bytes = bytes
        bytes.removeLast()
        return bytes
    }

    /// One label a line; a line end inside a label would split it, so it becomes a space.
    private func encodePlainText(_ answers: [RecordAnswer]) -> [UInt8] {
        var bytes: [UInt8] = []
        for answer in answers {
            if let best = answer.best {
                bytes.append(contentsOf: label(best).utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
