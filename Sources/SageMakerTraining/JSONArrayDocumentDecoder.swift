internal import JSON

/// Reads documents from one JSON array of objects.
///
/// The file's bytes are kept until its end, but only one element at a time becomes a JSON value, so that memory holds
/// the file and the texts and not a tree of the whole.
struct JSONArrayDocumentDecoder: DocumentDecoder {
    /// The most bytes in one file.
    static let mostFileBytes = 4 << 30

    private let document: JSONDocument
    private let isConcatenated: Bool
    private var bytes: [UInt8] = []

    /// Creates a decoder; where files were joined several arrays may follow one another.
    init(_ columns: DocumentColumns, isConcatenated: Bool = false) {
        document = JSONDocument(columns: columns)
        self.isConcatenated = isConcatenated
    }

    mutating func feed(_ chunk: [UInt8], into documents: inout DocumentCollector) throws(TrainingError) {
        guard bytes.count + chunk.count <= Self.mostFileBytes else {
            throw TrainingError(.malformed("a JSON array of more than \(Self.mostFileBytes) bytes; use JSON Lines"))
        }
        bytes += chunk
    }

    mutating func finish(into documents: inout DocumentCollector) throws(TrainingError) {
        do {
            var elements = JSONArrayElements(bytes, isConcatenated: isConcatenated)
            while let element = try elements.next() {
                var parser = JSONParser(bytes, in: element.range, firstLine: element.line)
                let value = try parser.parse()
                try document.add(value, line: element.line, to: &documents)
            }
        } catch let error as JSONError {
            throw Self.malformed(error, in: bytes)
        } catch let error as TrainingError {
            throw error
        } catch {
            throw TrainingError(.unexpected("\(error)"))
        }
    }

    /// An error of the parser, which saw only one element, with the place in the whole file.
    private static func malformed(_ error: JSONError, in bytes: [UInt8]) -> TrainingError {
        let before = bytes.prefix(error.offset)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let lineBegin = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        // Each character has one byte that does not continue another one.
        let column = before[lineBegin...].count { $0 & 0xC0 != 0x80 } + 1
        return TrainingError(
            .malformed("JSON line \(line), column \(column), byte \(error.offset): \(error.reason)")
        )
    }
}
