import RecordIO

/// Writes RecordIO as the service does.
enum RecordIOSample {
    /// A stream with one record for each text; none may hold the magic.
    static func stream(_ records: [String]) -> [UInt8] {
        stream(records.map { Array($0.utf8) })
    }

    static func stream(_ records: [[UInt8]]) -> [UInt8] {
        var stream: [UInt8] = []
        for record in records {
            stream += RecordIOFormat.magic
            stream += (0..<4).map { UInt8(truncatingIfNeeded: record.count >> (8 * $0)) }
            stream += record
            stream += [UInt8](repeating: 0, count: (4 - record.count % 4) % 4)
        }
        return stream
    }
}
