internal import JSON

/// Reads documents from JSON Lines: one object a line; blank lines are passed over.
struct JSONLinesDocumentDecoder: DocumentDecoder {
    /// The most bytes in one line.
    static let mostLineBytes = 64 << 20

    private let document: JSONDocument
    private var pending: [UInt8] = []
    /// The offset in the file of the first pending byte.
    private var base = 0
    private var line = 1

    init(_ columns: DocumentColumns) {
        document = JSONDocument(columns: columns)
    }

    mutating func feed(_ chunk: [UInt8], into documents: inout DocumentCollector) throws(TrainingError) {
        let searched = pending.count
        pending += chunk
        var begin = 0
        var from = searched
        while let end = pending[from...].firstIndex(of: UInt8(ascii: "\n")) {
            try take(begin..<end, into: &documents)
            begin = end + 1
            from = begin
        }
        guard pending.count - begin <= Self.mostLineBytes else {
            throw TrainingError(.malformed("longer than \(Self.mostLineBytes) bytes"), at: "JSON line \(line)")
        }
        base += begin
        pending.removeFirst(begin)
    }

    mutating func finish(into documents: inout DocumentCollector) throws(TrainingError) {
        try take(pending.indices, into: &documents)
        pending = []
    }

    private mutating func take(_ range: Range<Int>, into documents: inout DocumentCollector) throws(TrainingError) {
        defer { line += 1 }
        guard pending[range].contains(where: { $0 > 0x20 }) else { return }
        var parser = JSONParser(pending, in: range, firstLine: line)
        let value: JSONValue
        do {
            value = try parser.parse()
        } catch {
            throw JSONDocument.malformed(error, base: base)
        }
        try document.add(value, line: line, to: &documents)
    }
}
