/// Unpacks a gzip stream of one or more members (RFC 1952) as its bytes come.
public struct Inflater: ~Copyable {
    /// The sizes that an inflater accepts.
    public struct Limits: Sendable, Equatable {
        /// The most bytes that the stream may unpack to.
        public var outputBytes: Int

        /// Creates limits; the default is 64 GiB, more than any training file that fits a machine.
        public init(outputBytes: Int = 64 << 30) {
            self.outputBytes = outputBytes
        }
    }

    private enum State {
        case betweenMembers
        case inMember
        case afterLastMember
    }

    /// How many bytes are unpacked at one go.
    private static let stepBytes = 256 << 10

    private let stream = ZStream(.inflate)
    private let limits: Limits
    private var state = State.betweenMembers
    private var members = 0
    private var consumed = 0
    private var produced = 0
    /// Whether zlib may hold more than it could write.
    private var filledLastStep = false

    /// Creates an inflater at the beginning of a stream.
    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Unpacks a chunk and appends the result to `output`.
    ///
    /// Zero bytes after the last member are padding and are passed over.
    ///
    /// - Throws: `GzipError` when the bytes are damaged or unpack to more than the limit.
    public mutating func append(_ chunk: ArraySlice<UInt8>, to output: inout [UInt8]) throws(GzipError) {
        var rest = chunk
        while !rest.isEmpty {
            switch state {
            case .betweenMembers where members > 0 && rest.first == 0:
                state = .afterLastMember
            case .betweenMembers:
                state = .inMember
            case .inMember:
                try unpack(&rest, &output)
            case .afterLastMember:
                try skipPadding(&rest)
            }
        }
        try drain(&output)
    }

    /// Checks that the stream is whole.
    ///
    /// - Throws: `GzipError` of kind `truncated` when a member is not finished or there was none.
    public borrowing func finish() throws(GzipError) {
        if case .inMember = state { throw GzipError(.truncated, byte: consumed) }
        if members == 0 { throw GzipError(.truncated, byte: consumed) }
    }

    /// Unpacks a whole stream.
    ///
    /// - Throws: `GzipError`.
    public static func inflate(_ bytes: [UInt8], limits: Limits = Limits()) throws(GzipError) -> [UInt8] {
        var inflater = Inflater(limits: limits)
        var output: [UInt8] = []
        try inflater.append(bytes[...], to: &output)
        try inflater.finish()
        return output
    }

    private mutating func unpack(_ rest: inout ArraySlice<UInt8>, _ output: inout [UInt8]) throws(GzipError) {
        let result = stream.run(rest, into: &output, atMost: Self.stepBytes, finish: false)
        consumed += result.used
        produced += result.written
        filledLastStep = result.written >= Self.stepBytes
        rest = rest.dropFirst(result.used)
        guard produced <= limits.outputBytes else {
            throw GzipError(.outputTooLong(limit: limits.outputBytes), byte: consumed)
        }
        switch result.status {
        case .more: break
        case .memberEnd:
            members += 1
            state = .betweenMembers
            stream.reset()
        case .corrupt(let reason): throw GzipError(.corrupt(reason), byte: consumed)
        case .outOfMemory: throw GzipError(.outOfMemory, byte: consumed)
        }
    }

    /// Takes out what zlib still holds after the chunk is used up.
    private mutating func drain(_ output: inout [UInt8]) throws(GzipError) {
        while case .inMember = state, filledLastStep {
            var nothing: ArraySlice<UInt8> = []
            try unpack(&nothing, &output)
        }
    }

    private mutating func skipPadding(_ rest: inout ArraySlice<UInt8>) throws(GzipError) {
        let padding = rest.prefix { $0 == 0 }.count
        consumed += padding
        rest = rest.dropFirst(padding)
        if !rest.isEmpty { throw GzipError(.corrupt("bytes after the last member"), byte: consumed) }
    }
}
