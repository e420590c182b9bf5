/// What is wrong with a RecordIO stream, and where.
public struct RecordIOError: Error, Equatable, CustomStringConvertible {
    /// The kinds of fault.
    public enum Kind: Equatable, Sendable {
        /// A part does not begin with the magic.
        case magic
        /// A part that continues a record stands where a record begins, or the other way round.
        case partOrder
        /// The stream ends inside a record.
        case truncated
        /// A record is longer than `RecordIOLimits.recordBytes`.
        case recordTooLong(limit: Int)
    }

    /// What is wrong.
    public var kind: Kind
    /// The record, counted from 1.
    public var record: Int
    /// The offset in the stream of the part, counted from 0.
    public var byte: Int

    /// Creates an error of a kind at a place.
    public init(_ kind: Kind, record: Int, byte: Int) {
        self.kind = kind
        self.record = record
        self.byte = byte
    }

    /// The place, what is wrong and what to do.
    public var description: String {
        "RecordIO record \(record), byte \(byte): \(reason)"
    }

    /// What is wrong and what to do, without the place.
    public var reason: String {
        switch kind {
        case .magic: "no record begins here; write the file again with a RecordIO writer"
        case .partOrder: "the parts of a record are not in order; write the file again with a RecordIO writer"
        case .truncated: "the data ends inside the record; copy the file again"
        case .recordTooLong(let limit): "the record is longer than \(limit) bytes; split it"
        }
    }
}
