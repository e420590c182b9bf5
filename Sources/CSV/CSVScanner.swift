/// The state machine that cuts bytes into fields and records (RFC 4180); it reads from the caller's chunk and writes
/// into the caller's record, and holds nothing but counters.
///
/// More than RFC 4180 it accepts: LF or CR alone as a line end, a byte order mark, and a quote inside a field that
/// does not begin with one.
struct CSVScanner {
    private enum State {
        case byteOrderMark(matched: Int)
        case recordStart
        case fieldStart
        case unquoted
        case quoted
        case quoteInQuoted
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let dialect: CSVDialect
    private let limits: CSVLimits
    private var state = State.byteOrderMark(matched: 0)
    private var endedByCarriageReturn = false
    private var records = 0
    private var line = 1
    /// The bytes before the chunk that is being read.
    private var consumed = 0
    private var fieldBegin = 0
    private var fieldSource = 0
    private var quotedLine = 1

    init(dialect: CSVDialect, limits: CSVLimits) {
        self.dialect = dialect
        self.limits = limits
    }

    /// Reads from `position` until a record is whole (true) or the chunk is used up (false).
    mutating func scan(
        _ chunk: [UInt8],
        _ position: inout Int,
        into record: inout CSVRecord
    ) throws(CSVError) -> Bool {
        while position < chunk.count {
            switch state {
            case .byteOrderMark(let matched):
                scanByteOrderMark(chunk, &position, matched, &record)
            case .recordStart:
                scanRecordStart(chunk, &position, &record)
            case .fieldStart:
                beginField(chunk, &position, &record)
            case .unquoted:
                if try scanUnquoted(chunk, &position, &record) { return true }
            case .quoted:
                try scanQuoted(chunk, &position, &record)
            case .quoteInQuoted:
                if try scanAfterQuote(chunk, &position, &record) { return true }
            }
        }
        return false
    }

    /// Says that a chunk of `count` bytes is used up and another one comes.
    mutating func advance(by count: Int) {
        consumed += count
    }

    /// Ends the text after `position` bytes of the last chunk: true when a last record without a line end is whole.
    mutating func finish(at position: Int, into record: inout CSVRecord) throws(CSVError) -> Bool {
        switch state {
        case .byteOrderMark(let matched):
            guard matched > 0, matched < Self.byteOrderMark.count else { return false }
            restoreByteOrderMark(matched, &record)
        case .recordStart: return false
        case .fieldStart: startField(at: consumed + position, quoted: false, &record)
        case .unquoted, .quoteInQuoted: break
        case .quoted:
            throw CSVError(.unterminatedQuote, record: record.number, line: quotedLine, byte: fieldSource - 1)
        }
        try endField(&record)
        state = .recordStart
        return true
    }
}

extension CSVScanner {
    private mutating func scanByteOrderMark(
        _ chunk: [UInt8],
        _ position: inout Int,
        _ matched: Int,
        _ record: inout CSVRecord
    ) {
        if matched < Self.byteOrderMark.count, chunk[position] == Self.byteOrderMark[matched] {
            position += 1
            state = .byteOrderMark(matched: matched + 1)
        } else if matched == 0 || matched == Self.byteOrderMark.count {
            state = .recordStart
        } else {
            restoreByteOrderMark(matched, &record)
        }
    }

    /// Gives the first bytes back to the first field, since they were no byte order mark.
    private mutating func restoreByteOrderMark(_ matched: Int, _ record: inout CSVRecord) {
        startRecord(at: 0, &record)
        startField(at: 0, quoted: false, &record)
        record.bytes.append(contentsOf: Self.byteOrderMark.prefix(matched))
    }

    private mutating func scanRecordStart(_ chunk: [UInt8], _ position: inout Int, _ record: inout CSVRecord) {
        let byte = chunk[position]
        if endedByCarriageReturn {
            endedByCarriageReturn = false
            if byte == Self.lineFeed {
                position += 1
                return
            }
        }
        if dialect.skipsBlankLines, byte == Self.lineFeed || byte == Self.carriageReturn {
            position += 1
            endLine(byte)
            return
        }
        startRecord(at: consumed + position, &record)
    }

    private mutating func beginField(_ chunk: [UInt8], _ position: inout Int, _ record: inout CSVRecord) {
        let quoted = chunk[position] == Self.quote
        if quoted { position += 1 }
        startField(at: consumed + position, quoted: quoted, &record)
    }

    private mutating func scanUnquoted(
        _ chunk: [UInt8],
        _ position: inout Int,
        _ record: inout CSVRecord
    ) throws(CSVError) -> Bool {
        let begin = position
        var end = begin
        while end < chunk.count {
            let byte = chunk[end]
            if byte == dialect.delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            end += 1
        }
        position = end
        try append(chunk[begin..<end], to: &record)
        return end < chunk.count ? try endFieldAndMaybeRecord(chunk[end], &position, &record) : false
    }

    private mutating func scanQuoted(
        _ chunk: [UInt8],
        _ position: inout Int,
        _ record: inout CSVRecord
    ) throws(CSVError) {
        let begin = position
        var end = begin
        while end < chunk.count, chunk[end] != Self.quote {
            if chunk[end] == Self.lineFeed { line += 1 }
            end += 1
        }
        position = end
        try append(chunk[begin..<end], to: &record)
        if end < chunk.count {
            position += 1
            state = .quoteInQuoted
        }
    }

    private mutating func scanAfterQuote(
        _ chunk: [UInt8],
        _ position: inout Int,
        _ record: inout CSVRecord
    ) throws(CSVError) -> Bool {
        let byte = chunk[position]
        if byte == Self.quote {
            record.bytes.append(byte)
            position += 1
            state = .quoted
            return false
        }
        guard byte == dialect.delimiter || byte == Self.lineFeed || byte == Self.carriageReturn else {
            throw CSVError(.textAfterClosingQuote, record: record.number, line: line, byte: consumed + position)
        }
        return try endFieldAndMaybeRecord(byte, &position, &record)
    }
}

extension CSVScanner {
    private mutating func startRecord(at source: Int, _ record: inout CSVRecord) {
        records += 1
        record.bytes.removeAll(keepingCapacity: true)
        record.fields.removeAll(keepingCapacity: true)
        record.number = records
        record.line = line
        record.byteOffset = source
        state = .fieldStart
    }

    private mutating func startField(at source: Int, quoted: Bool, _ record: inout CSVRecord) {
        fieldBegin = record.bytes.count
        fieldSource = source
        quotedLine = line
        record.fields.append(CSVRecord.Field(end: fieldBegin, source: source, isQuoted: quoted))
        state = quoted ? .quoted : .unquoted
    }

    private func append(_ run: ArraySlice<UInt8>, to record: inout CSVRecord) throws(CSVError) {
        guard record.bytes.count - fieldBegin + run.count <= limits.fieldBytes else {
            throw CSVError(
                .fieldTooLong(limit: limits.fieldBytes),
                record: record.number,
                line: quotedLine,
                byte: fieldSource
            )
        }
        record.bytes.append(contentsOf: run)
    }

    private mutating func endFieldAndMaybeRecord(
        _ byte: UInt8,
        _ position: inout Int,
        _ record: inout CSVRecord
    ) throws(CSVError) -> Bool {
        position += 1
        try endField(&record)
        if byte == dialect.delimiter {
            state = .fieldStart
            return false
        }
        endLine(byte)
        state = .recordStart
        return true
    }

    private mutating func endField(_ record: inout CSVRecord) throws(CSVError) {
        guard record.fields.count <= limits.fieldsPerRecord else {
            throw CSVError(
                .tooManyFields(limit: limits.fieldsPerRecord),
                record: record.number,
                line: record.line,
                byte: fieldSource
            )
        }
        record.fields[record.fields.count - 1].end = record.bytes.count
    }

    private mutating func endLine(_ byte: UInt8) {
        line += 1
        endedByCarriageReturn = byte == Self.carriageReturn
    }
}
