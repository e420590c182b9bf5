/// Reads documents in the form of BlazingText and fastText: one a line, `__label__NAME` and then the text.
///
/// A line may begin with several labels; the first one counts, since a document here has one class, and such lines
/// are counted for a warning. What looks like a label further behind is text.
struct BlazingTextDocumentDecoder: DocumentDecoder {
    /// What a label begins with.
    static let prefix = Array("__label__".utf8)
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private let columns: DocumentColumns
    private let isConcatenated: Bool
    private var lines = LineSplitter()

    /// Creates a decoder; where files were joined the first label of one may stand right behind the last text of
    /// another.
    init(_ columns: DocumentColumns, isConcatenated: Bool = false) {
        self.columns = columns
        self.isConcatenated = isConcatenated
    }

    mutating func feed(_ chunk: [UInt8], into documents: inout DocumentCollector) throws(TrainingError) {
        try columns.requireNoFilter()
        lines.feed(chunk)
        while let line = try lines.next() {
            try take(lines.bytes[line], into: &documents)
        }
    }

    mutating func finish(into documents: inout DocumentCollector) throws(TrainingError) {
        let rest = lines.rest()
        try take(lines.bytes[rest], into: &documents)
    }

    private func take(_ line: ArraySlice<UInt8>, into documents: inout DocumentCollector) throws(TrainingError) {
        guard line.contains(where: { $0 > 0x20 }) else { return }
        do {
            for document in isConcatenated ? Self.documents(in: line) : [line] {
                try add(document, to: &documents)
            }
        } catch {
            throw TrainingError(error.kind, at: "line \(lines.line)")
        }
    }

    private func add(_ line: ArraySlice<UInt8>, to documents: inout DocumentCollector) throws(TrainingError) {
        var rest = line.starts(with: Self.byteOrderMark) ? line.dropFirst(Self.byteOrderMark.count) : line
        rest = rest.drop(while: Self.isSpace)
        guard rest.starts(with: Self.prefix) else {
            throw TrainingError(.malformed("no label; begin each line with __label__NAME"))
        }
        let label = rest.dropFirst(Self.prefix.count).prefix { !Self.isSpace($0) }
        var labels = 0
        while rest.starts(with: Self.prefix) {
            rest = rest.drop { !Self.isSpace($0) }.drop(while: Self.isSpace)
            labels += 1
        }
        if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
        try documents.add(text: string(rest), label: string(label), column: "__label__")
        if labels > 1 { documents.noteSeveralLabels() }
    }

    private func string(_ bytes: ArraySlice<UInt8>) throws(TrainingError) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            let byte = lines.base + bytes.startIndex + error.byteOffsets.lowerBound
            throw TrainingError(.malformed("byte \(byte): the bytes are not UTF-8; save the text as UTF-8"))
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// Cuts a line before each label that has no space before it.
    static func documents(in line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let cuts = line.indices.filter { index in
            index > line.startIndex && line[index] == prefix[0] && !isSpace(line[index - 1])
                && line[index...].starts(with: prefix)
        }
        return zip([line.startIndex] + cuts, cuts + [line.endIndex]).map { line[$0..<$1] }
    }
}
