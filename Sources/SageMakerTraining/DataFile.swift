internal import Gzip

/// One data file: its bytes in chunks, with gzip undone when its first bytes say so.
struct DataFile: ~Copyable {
    /// How many packed bytes are unpacked at one go: gzip packs up to 1,000 to 1, so that a step gives 64 MiB at most.
    private static let packedBytes = 64 << 10

    private let reader: FileReader
    private var inflater: Inflater?
    private var isFirst = true
    private var packed: ArraySlice<UInt8> = []

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
        if isFirst {
            isFirst = false
            let chunk = try reader.next()
            guard GzipFormat.matches(chunk) else { return chunk.isEmpty ? nil : chunk }
            inflater = Inflater()
            packed = chunk[...]
        }
        if inflater != nil { return try unpack() }
        let chunk = try reader.next()
        return chunk.isEmpty ? nil : chunk
    }

    private mutating func unpack() throws(TrainingError) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.isEmpty {
            if packed.isEmpty { packed = try reader.next()[...] }
            do {
                guard !packed.isEmpty else {
                    try inflater?.finish()
                    return nil
                }
                try inflater?.append(packed.prefix(Self.packedBytes), to: &bytes)
            } catch {
                throw TrainingError(.malformed("\(error)"))
            }
            packed = packed.dropFirst(Self.packedBytes)
        }
        return bytes
    }
}
