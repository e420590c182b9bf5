/// The word being read, in lower case, with its hash; used again from word to word.
struct WordBuffer: Sendable {
    /// Words longer than this many bytes are no words: encoded attachments, keys.
    static let limit = 64

    /// The word in the first `count` bytes, unless it is too long.
    private(set) var bytes = [UInt8](repeating: 0, count: limit)
    /// The length of the word in bytes; what is beyond the limit is counted, but not kept.
    private(set) var count = 0
    private var hash = ByteHash()

    /// Whether nothing was read yet.
    var isEmpty: Bool { count == 0 }
    /// Whether the word is too long to be one.
    var isTooLong: Bool { count > Self.limit }
    /// The hash of the word's bytes.
    var hashValue: UInt32 { hash.value }
    /// The word's bytes.
    var array: [UInt8] { Array(bytes.prefix(count)) }

    /// Forgets the word.
    @inline(__always)
    mutating func removeAll() {
        count = 0
        hash = ByteHash()
    }

    /// Appends a byte as it is.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count < Self.limit { bytes[count] = byte }
        count += 1
        hash.combine(byte)
    }

    /// Appends ASCII letters and digits in lower case.
    @inline(__always)
    mutating func appendASCII(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
        guard range.count <= Self.limit - count else {
            count += range.count
            return
        }
        var (hash, end) = (hash, count)
        var target = bytes.mutableSpan
        for index in range {
            let byte = text[index]
            let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
            target[end] = lower
            hash.combine(lower)
            end += 1
        }
        (self.hash, count) = (hash, end)
    }

    /// Appends the lower-case letter of a scalar.
    mutating func appendLowercase(_ scalar: UTF8Scalar) {
        var letter: [UInt8] = []
        Letters.appendLowercase(scalar, to: &letter)
        for byte in letter { append(byte) }
    }
}

extension ByteTable {
    /// The number of a word, or nil when the set does not hold it.
    func index(of word: borrowing WordBuffer) -> Int? {
        index(of: word.bytes.span.extracting(0..<word.count), hash: word.hashValue)
    }

    /// Puts a word in, unless it is there, and gives its number.
    mutating func insert(_ word: borrowing WordBuffer) -> Int {
        insert(word.bytes.span.extracting(0..<word.count), hash: word.hashValue)
    }
}
