internal import Gzip

/// One data file: its bytes in chunks, with gzip undone when its first bytes say so.
struct DataFile: ~Copyable {
    private let reader: FileReader
    private var inflater: Inflater?
    private var isFirst = true

    /// Opens a file.
    ///
    /// - Throws: `TrainingError` when it cannot be opened.
    init(_ path: String) throws(TrainingError) {
        guard let reader = try FileReader(path) else {
            throw TrainingError(.system(action: "open \(path)", reason: "it is not there any more"))
        }
        self.reader = reader
    }

    /// The next bytes, or `nil` at the end; never empty.
    ///
    /// - Throws: `TrainingError` when the file cannot be read or its gzip stream is damaged.
    mutating func next() throws(TrainingError) -> [UInt8]? {
        while true {
            let chunk = try reader.next()
            if isFirst, GzipFormat.matches(chunk) { inflater = Inflater() }
            isFirst = false
            let bytes = try unpacked(chunk)
            if !bytes.isEmpty { return bytes }
            if chunk.isEmpty { return nil }
        }
    }

    private mutating func unpacked(_ chunk: [UInt8]) throws(TrainingError) -> [UInt8] {
        guard inflater != nil else { return chunk }
        var bytes: [UInt8] = []
        do {
            try inflater?.append(chunk, to: &bytes)
            if chunk.isEmpty { try inflater?.finish() }
        } catch {
            throw TrainingError(.malformed("\(error)"))
        }
        return bytes
    }
}
