/// The word being read, in lower case, with its hash; used again from word to word.
///
/// Its bytes stand in chunks of eight, the first byte lowest, so that words are hashed, compared and stored by the chunk.
struct WordBuffer: Sendable {
    /// Words longer than this many bytes are no words: encoded attachments, keys.
    static let limit = 64

    /// The full chunks; what lies behind them is of earlier words.
    private var chunks = [8 of UInt64](repeating: 0)
    /// The bytes behind the full chunks, and zeros.
    private var rest: UInt64 = 0
    /// The length of the word in bytes; what is beyond the limit is counted, but not kept.
    private(set) var count = 0
    private var hash = ChunkHash()

    /// Whether nothing was read yet.
    var isEmpty: Bool { count == 0 }
    /// Whether the word is too long to be one.
    var isTooLong: Bool { count > Self.limit }
    /// The hash of the word's bytes, which `ChunkHash.of` gives too.
    var hashValue: UInt32 { hash.value(rest: rest, count: count) }
    /// The number of chunks, of which the last may be padded with zeros.
    var chunkCount: Int { (min(count, Self.limit) + 7) / 8 }

    /// The chunk at a place below `chunkCount`.
    @inline(__always)
    func chunk(at place: Int) -> UInt64 {
        place < count / 8 ? chunks[place] : rest
    }

    /// The word's bytes.
    var array: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    /// Appends the word's bytes to others.
    func append(to bytes: inout [UInt8]) {
        let count = min(count, Self.limit)
        bytes.append(addingCapacity: count) { (output: inout OutputSpan<UInt8>) in
            for place in 0..<chunkCount {
                var chunk = chunk(at: place)
                for _ in 8 * place..<min(count, 8 * place + 8) {
                    output.append(UInt8(truncatingIfNeeded: chunk))
                    chunk &>>= 8
                }
            }
        }
    }

    /// Forgets the word.
    @inline(__always)
    mutating func removeAll() {
        count = 0
        rest = 0
        hash = ChunkHash()
    }

    /// Puts less than a chunk in place of nothing.
    @inline(__always)
    mutating func set(_ chunk: UInt64, bytes: Int) {
        rest = chunk
        count = bytes
    }

    /// Appends a byte as it is.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        append(UInt64(byte), bytes: 1)
    }

    /// Appends the lowest 1 to 8 bytes of a chunk, whose others are zeros.
    @inline(__always)
    mutating func append(_ chunk: UInt64, bytes: Int) {
        let (held, room) = (count % 8, 8 - count % 8)
        if count < Self.limit {
            rest |= chunk << UInt64(8 * held)
            if bytes >= room {
                chunks[count / 8] = rest
                hash.combine(rest)
                // A shift by 64 gives 0, as it should when nothing is left over.
                rest = chunk >> UInt64(8 * room)
            }
        }
        count += bytes
    }

    /// Appends the lower-case letter of a scalar.
    mutating func appendLowercase(_ scalar: UTF8Scalar) {
        var letter: [UInt8] = []
        Letters.appendLowercase(scalar, to: &letter)
        for byte in letter { append(byte) }
    }
}
