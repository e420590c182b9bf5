/// Packs bytes into one gzip member (RFC 1952), without time or name, so that the same bytes give the same stream.
public struct Deflater: ~Copyable {
    /// How many bytes are packed at one go.
    private static let stepBytes = 64 << 10

    private let stream: ZStream

    /// Creates a deflater; `level` goes from 1 (fast) to 9 (small).
    public init(level: Int = 6) {
        stream = ZStream(.deflate(level: level))
    }

    /// Packs a chunk and appends what is ready to `output`.
    ///
    /// - Throws: `GzipError` of kind `outOfMemory`.
    public mutating func append(_ chunk: [UInt8], to output: inout [UInt8]) throws(GzipError) {
        var rest = chunk[...]
        while !rest.isEmpty {
            let result = stream.run(rest, into: &output, atMost: Self.stepBytes, finish: false)
            rest = rest.dropFirst(result.used)
            try check(result.status)
        }
    }

    /// Ends the stream and appends the rest to `output`.
    ///
    /// - Throws: `GzipError` of kind `outOfMemory`.
    public consuming func finish(to output: inout [UInt8]) throws(GzipError) {
        while true {
            let result = stream.run([], into: &output, atMost: Self.stepBytes, finish: true)
            try check(result.status)
            if case .memberEnd = result.status { return }
        }
    }

    /// Packs all bytes into one stream.
    ///
    /// - Throws: `GzipError` of kind `outOfMemory`.
    public static func deflate(_ bytes: [UInt8], level: Int = 6) throws(GzipError) -> [UInt8] {
        var deflater = Deflater(level: level)
        var output: [UInt8] = []
        try deflater.append(bytes, to: &output)
        try deflater.finish(to: &output)
        return output
    }

    private func check(_ status: ZStream.Status) throws(GzipError) {
        switch status {
        case .more, .memberEnd: break
        case .corrupt, .outOfMemory: throw GzipError(.outOfMemory, byte: 0)
        }
    }
}
