internal import JSON

/// Reads documents from JSON Lines: one object a line; blank lines are passed over.
struct JSONLinesDocumentDecoder: DocumentDecoder {
    private let document: JSONDocument
    private let isConcatenated: Bool
    private var lines = LineSplitter()

    /// Creates a decoder; where files were joined a line may hold the last object of one and the first of the next.
    init(_ columns: DocumentColumns, isConcatenated: Bool = false) {
        document = JSONDocument(columns: columns)
        self.isConcatenated = isConcatenated
    }

    mutating func feed(_ chunk: [UInt8], into documents: inout DocumentCollector) throws(TrainingError) {
        lines.feed(chunk)
        while let line = try lines.next() {
            try take(line, into: &documents)
        }
    }

    mutating func finish(into documents: inout DocumentCollector) throws(TrainingError) {
        let rest = lines.rest()
        try take(rest, into: &documents)
    }

    private func take(_ line: Range<Int>, into documents: inout DocumentCollector) throws(TrainingError) {
        guard lines.bytes[line].contains(where: { $0 > 0x20 }) else { return }
        for object in isConcatenated ? JSONNesting.objects(in: lines.bytes[line]) : [line] {
            try document.add(parse(object), line: lines.line, to: &documents)
        }
    }

    private func parse(_ range: Range<Int>) throws(TrainingError) -> JSONValue {
        var parser = JSONParser(lines.bytes, in: range, firstLine: lines.line)
        do {
            return try parser.parse()
        } catch {
            throw JSONDocument.malformed(error, base: lines.base)
        }
    }
}
