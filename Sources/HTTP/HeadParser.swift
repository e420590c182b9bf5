/// Reads request line and fields piece by piece (RFC 9112 sections 2 to 5).
///
/// The bytes are gathered in one buffer, which becomes the storage of the headers.
struct HeadParser: Sendable {
    private let limits: HTTPLimits
    private var bytes: [UInt8] = []
    private var lineStart = 0
    private var lineNumber = 0
    private var fieldsStart = 0
    private var locations: [HTTPHeaders.Location] = []
    private(set) var requestLine: RequestLine?
    private(set) var framing = MessageFraming()
    private(set) var isComplete = false

    /// Enough for the heads that clients and nginx send, so that the buffer is allocated once.
    private static let usualBytes = 512
    private static let usualFields = 12

    init(limits: HTTPLimits) {
        self.limits = limits
    }

    /// Whether nothing of a request has come yet.
    var isEmpty: Bool { bytes.isEmpty && requestLine == nil }

    /// Takes bytes up to the end of the head and returns how many were taken.
    mutating func consume(_ input: Span<UInt8>) throws(HTTPError) -> Int {
        if bytes.isEmpty { reserve(input.count) }
        var start = 0
        for index in input.indices where input[index] == ByteClass.lineFeed {
            try take(input.extracting(start...index))
            start = index + 1
            try finishLine()
            if isComplete { return start }
        }
        try take(input.extracting(start...))
        return input.count
    }

    /// The fields; the parser is used up.
    consuming func takeHeaders() -> HTTPHeaders {
        HTTPHeaders(bytes: bytes, locations: locations)
    }

    private mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(min(max(count, 64), Self.usualBytes))
        locations.reserveCapacity(Self.usualFields)
    }

    /// Checks the limits before the bytes are kept.
    private mutating func take(_ piece: Span<UInt8>) throws(HTTPError) {
        if requestLine == nil {
            let line = bytes.count - lineStart + piece.count
            if line > limits.targetBytes + RequestLine.methodBytes + 12 {
                throw HTTPError(.targetTooLong(limit: limits.targetBytes))
            }
        } else if bytes.count - fieldsStart + piece.count > limits.headerBytes {
            throw HTTPError(.headersTooLarge(limit: limits.headerBytes), line: lineNumber + 1)
        }
        bytes.append(copying: piece)
    }

    private mutating func finishLine() throws(HTTPError) {
        lineNumber += 1
        let end = bytes.count - 2
        guard end >= lineStart, bytes[end] == ByteClass.carriageReturn else {
            throw HTTPError(.bareLineFeed, line: lineNumber)
        }
        let line = lineStart..<end
        lineStart = bytes.count
        if requestLine == nil {
            try finishRequestLine(line)
        } else if line.isEmpty {
            isComplete = true
        } else {
            try finishField(line)
        }
    }

    /// One empty line before the request is passed over (RFC 9112 section 2.2).
    private mutating func finishRequestLine(_ line: Range<Int>) throws(HTTPError) {
        if line.isEmpty, lineNumber == 1 { return }
        do {
            requestLine = try RequestLine(bytes, line, limits: limits)
        } catch {
            throw HTTPError(error.kind, line: lineNumber)
        }
        fieldsStart = lineStart
    }

    private mutating func finishField(_ line: Range<Int>) throws(HTTPError) {
        guard locations.count < limits.headerCount else {
            throw HTTPError(.tooManyHeaders(limit: limits.headerCount), line: lineNumber)
        }
        let field: HTTPHeaders.Location
        do {
            field = try HTTPHeaders.Location(parsing: bytes, line)
        } catch {
            throw HTTPError(error.kind, line: lineNumber)
        }
        try framing.observe(bytes, field, line: lineNumber)
        locations.append(field)
    }
}

extension HTTPHeaders.Location {
    /// Parses the field line in `line` of `bytes`, without its line end (RFC 9112 section 5).
    init(parsing bytes: [UInt8], _ line: Range<Int>) throws(HTTPError) {
        var index = line.lowerBound
        while index < line.upperBound, ByteClass.isToken(bytes[index]) { index += 1 }
        guard index < line.upperBound, bytes[index] == ByteClass.colon, index > line.lowerBound else {
            throw HTTPError(Self.fault(bytes, line, at: index))
        }
        name = line.lowerBound..<index
        value = bytes.span.trimmed((index + 1)..<line.upperBound)
        for index in value where !ByteClass.isFieldValue(bytes[index]) {
            throw HTTPError(.invalidFieldValue)
        }
    }

    /// Why the line has no name and colon; `index` is the first byte that is not of a name.
    private static func fault(_ bytes: [UInt8], _ line: Range<Int>, at index: Int) -> HTTPError.Kind {
        guard index < line.upperBound, ByteClass.isWhitespace(bytes[index]) else { return .malformedFieldName }
        return index == line.lowerBound ? .obsoleteLineFolding : .whitespaceBeforeColon
    }
}
