/// The sizes that a RecordIO reader accepts.
public struct RecordIOLimits: Sendable, Equatable {
    /// The most bytes in one record.
    public var recordBytes: Int

    /// Creates limits; the default is 1 GiB a record, twice what a part can hold.
    public init(recordBytes: Int = 1 << 30) {
        self.recordBytes = recordBytes
    }
}

/// Reads the records of a RecordIO stream from chunks as they come.
///
/// `feed` a chunk, take records until `nextRecord` gives `nil`, `feed` the next; after the last one call `finish`.
public struct RecordIOReader: Sendable {
    private enum State {
        case head
        case payload(RecordIOFormat.Part, length: Int)
        case padding(Int)
    }

    private let limits: RecordIOLimits
    private var state = State.head
    private var chunk: [UInt8] = []
    private var position = 0
    /// The bytes before the chunk.
    private var consumed = 0
    private var head: [UInt8] = []
    private var record: [UInt8] = []
    private var payloadRead = 0
    private var isInRecord = false
    private var isRecordWhole = false
    private var records = 0
    private var partBegin = 0

    /// Creates a reader at the beginning of a stream.
    public init(limits: RecordIOLimits = RecordIOLimits()) {
        self.limits = limits
    }

    /// Gives the next bytes; all records of the chunk before must have been taken.
    public mutating func feed(_ bytes: [UInt8]) {
        assert(position == chunk.count, "records of the chunk before were not taken")
        consumed += chunk.count
        chunk = bytes
        position = 0
    }

    /// The payload of the next record, or `nil` when the bytes so far hold no further whole one.
    ///
    /// - Throws: `RecordIOError`; where the next record begins is not known then.
    public mutating func nextRecord() throws(RecordIOError) -> [UInt8]? {
        while position < chunk.count {
            switch state {
            case .head: try readHead()
            case .payload(let part, let length): readPayload(part, length)
            case .padding(let count): skipPadding(count)
            }
            if isRecordWhole {
                isRecordWhole = false
                records += 1
                defer { record = [] }
                return record
            }
        }
        return nil
    }

    /// Says that no more bytes come; the padding of the last record may be missing.
    ///
    /// - Throws: `RecordIOError` of kind `truncated` when they end inside a record.
    public func finish() throws(RecordIOError) {
        guard head.isEmpty, !isInRecord else { throw error(.truncated) }
    }

    private mutating func readHead() throws(RecordIOError) {
        if head.isEmpty { partBegin = consumed + position }
        let taken = chunk[position...].prefix(RecordIOFormat.headBytes - head.count)
        head += taken
        position += taken.count
        guard head.prefix(4).elementsEqual(RecordIOFormat.magic.prefix(head.count)) else { throw error(.magic) }
        guard head.count == RecordIOFormat.headBytes else { return }
        try beginPart(word: head[4...].reversed().reduce(0) { $0 << 8 | UInt32($1) })
        head.removeAll(keepingCapacity: true)
    }

    private mutating func beginPart(word: UInt32) throws(RecordIOError) {
        let length = Int(word & (1 << RecordIOFormat.lengthBits - 1))
        guard let part = RecordIOFormat.Part(rawValue: word >> RecordIOFormat.lengthBits) else {
            throw error(.partOrder)
        }
        let continues = part == .middle || part == .last
        guard continues == isInRecord else { throw error(.partOrder) }
        if continues { record += RecordIOFormat.magic }
        guard length <= limits.recordBytes - record.count else {
            throw error(.recordTooLong(limit: limits.recordBytes))
        }
        isInRecord = true
        state = .payload(part, length: length)
        if length == 0 { endPayload(part, length) }
    }

    private mutating func readPayload(_ part: RecordIOFormat.Part, _ length: Int) {
        let taken = chunk[position...].prefix(length - payloadRead)
        record += taken
        payloadRead += taken.count
        position += taken.count
        if payloadRead == length { endPayload(part, length) }
    }

    private mutating func endPayload(_ part: RecordIOFormat.Part, _ length: Int) {
        payloadRead = 0
        let padding = RecordIOFormat.padding(after: length)
        state = padding == 0 ? .head : .padding(padding)
        isRecordWhole = part == .whole || part == .last
        if isRecordWhole { isInRecord = false }
    }

    private mutating func skipPadding(_ count: Int) {
        let taken = min(count, chunk.count - position)
        position += taken
        state = taken == count ? .head : .padding(count - taken)
    }

    private func error(_ kind: RecordIOError.Kind) -> RecordIOError {
        RecordIOError(kind, record: records + 1, byte: partBegin)
    }
}
