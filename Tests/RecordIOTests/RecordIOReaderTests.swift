import RecordIO
import Testing

struct RecordIOReaderTests {
    /// "a", an empty record, "magic" with the magic inside, "bcde".
    static let stream: [UInt8] =
        part(0, "a") + part(0, "") + part(1, "1234") + part(2, "") + part(3, "xyz") + part(0, "bcde")
    static let records: [[UInt8]] = [
        Array("a".utf8), [], Array("1234".utf8) + RecordIOFormat.magic + RecordIOFormat.magic + Array("xyz".utf8),
        Array("bcde".utf8),
    ]

    @Test(arguments: [1, 2, 3, 5, 7, 8, 64, 1000])
    func recordsDoNotDependOnTheChunks(size: Int) throws {
        #expect(try Self.read(Self.stream, chunk: size) == Self.records)
    }

    @Test func everyCutInsideARecordIsReported() {
        let record = Self.part(0, "abcde")
        for length in 1..<record.count - 3 {
            #expect(throws: RecordIOError(.truncated, record: 1, byte: 0)) {
                try Self.read(Array(record.prefix(length)), chunk: 4)
            }
        }
    }

    @Test(arguments: 0...3)
    func paddingAtTheEndMayBeMissing(bytes: Int) throws {
        #expect(try Self.read(Self.part(0, "abcde").dropLast(bytes), chunk: 64) == [Array("abcde".utf8)])
    }

    @Test(
        arguments: [
            (
                part(0, "a") + Array("text,label".utf8), RecordIOError(.magic, record: 2, byte: 12),
                "RecordIO record 2, byte 12: no record begins here; write the file again with a RecordIO writer"
            ),
            (
                part(2, "a"), RecordIOError(.partOrder, record: 1, byte: 0),
                "RecordIO record 1, byte 0: the parts of a record are not in order; "
                    + "write the file again with a RecordIO writer"
            ),
            (
                part(1, "a") + part(0, "b"), RecordIOError(.partOrder, record: 1, byte: 12),
                "RecordIO record 1, byte 12: the parts of a record are not in order; "
                    + "write the file again with a RecordIO writer"
            ),
            (
                part(0, "abc").dropLast(2), RecordIOError(.truncated, record: 1, byte: 0),
                "RecordIO record 1, byte 0: the data ends inside the record; copy the file again"
            ),
            (
                part(0, "12345678901"), RecordIOError(.recordTooLong(limit: 10), record: 1, byte: 0),
                "RecordIO record 1, byte 0: the record is longer than 10 bytes; split it"
            ),
        ] as [([UInt8], RecordIOError, String)]
    )
    func faultIsReported(stream: [UInt8], error: RecordIOError, message: String) {
        #expect(throws: error) { try Self.read(stream, chunk: 9, limits: RecordIOLimits(recordBytes: 10)) }
        #expect(error.description == message)
    }

    private static func read(
        _ stream: [UInt8],
        chunk size: Int,
        limits: RecordIOLimits = RecordIOLimits()
    ) throws -> [[UInt8]] {
        var reader = RecordIOReader(limits: limits)
        var records: [[UInt8]] = []
        for begin in stride(from: 0, to: stream.count, by: size) {
            reader.feed(Array(stream[begin..<min(begin + size, stream.count)]))
            while let record = try reader.nextRecord() { records.append(record) }
        }
        try reader.finish()
        return records
    }

    /// One part of a record, as dmlc-core writes it.
    static func part(_ kind: UInt32, _ text: String) -> [UInt8] {
        let payload = Array(text.utf8)
        let word = kind << 29 | UInt32(payload.count)
        let head = RecordIOFormat.magic + (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
        return head + payload + [UInt8](repeating: 0, count: (4 - payload.count % 4) % 4)
    }
}
