/// Remembers the terms of the words seen last, so that a common word costs one hash and one comparison.
///
/// A fixed number of slots of 64 bytes, two megabytes in all. A word belongs to one pair of slots; a new word drives out
/// the older of the two there. So it never allocates after the first word, and texts made to collide cost no more than
/// texts of unknown words.
struct TermCache: Sendable {
    /// What a slot says of a word.
    enum Answer {
        case unknown
        /// The term; `isPhrase` when it is several terms with spaces between.
        case term(CachedTerm, isPhrase: Bool)
        case dropped
    }

    private static let slotCount = 32768
    private static let slotLength = 8
    private static let wordChunks = 4
    private static let droppedMark: UInt64 = 0xFF

    /// The slots: one number of the lengths of word and term, the language and whether the term is a phrase, a byte each;
    /// then the chunks of the word, padded with zeros, and those of the term.
    private var chunks: [UInt64] = []
    /// Where the first slot begins: at a cache line, so that a look at a slot waits for one line and not for two.
    private var origin = 0

    /// Forgets all; takes the memory at first.
    mutating func reset() {
        if chunks.isEmpty {
            chunks = [UInt64](repeating: 0, count: (Self.slotCount + 1) * Self.slotLength)
            let address = unsafe chunks.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }
            origin = (Self.slotLength - address / 8 % Self.slotLength) % Self.slotLength
        } else {
            for slot in 0..<Self.slotCount { chunks[origin + slot * Self.slotLength] = 0 }
        }
    }

    /// The first slot of the pair that a word belongs to.
    @inline(__always)
    func slot(of word: borrowing WordBuffer) -> Int {
        origin + Int(word.hashValue & UInt32(Self.slotCount / 2 - 1)) * 2 * Self.slotLength
    }

    /// What is known of a word, by its pair of slots.
    @inline(__always)
    func answer(for word: borrowing WordBuffer, language: UInt8, at slot: Int) -> Answer {
        if isWord(word, language, at: slot) { return answer(at: slot) }
        let other = slot + Self.slotLength
        return isWord(word, language, at: other) ? answer(at: other) : .unknown
    }

    @inline(__always)
    private func isWord(_ word: borrowing WordBuffer, _ language: UInt8, at slot: Int) -> Bool {
        let chunks = chunks.span
        let expected = UInt64(truncatingIfNeeded: word.count) | UInt64(language) &<< 16
        guard chunks[slot] & 0xFF_00FF == expected, word.count <= 8 * Self.wordChunks else { return false }
        for place in 0..<word.chunkCount where chunks[slot + 1 + place] != word.chunk(at: place) { return false }
        return true
    }

    @inline(__always)
    private func answer(at slot: Int) -> Answer {
        let length = chunks[slot] &>> 8 & 0xFF
        if length == Self.droppedMark { return .dropped }
        let start = slot + 1 + Self.wordChunks
        let term = CachedTerm(
            chunks: (chunks[start], chunks[start + 1], chunks[start + 2]),
            count: Int(truncatingIfNeeded: length)
        )
        return .term(term, isPhrase: chunks[slot] &>> 24 != 0)
    }

    /// Remembers the term of a word; nil when it is dropped.
    mutating func remember(_ term: [UInt8]?, for word: borrowing WordBuffer, language: UInt8, at slot: Int) {
        guard word.count <= 8 * Self.wordChunks, (term?.count ?? 0) <= CachedTerm.limit else { return }
        for offset in slot..<slot + Self.slotLength { chunks[offset + Self.slotLength] = chunks[offset] }
        let length = term.map { UInt64(truncatingIfNeeded: $0.count) } ?? Self.droppedMark
        let isPhrase: UInt64 = term?.contains(UInt8(ascii: " ")) == true ? 1 : 0
        chunks[slot] =
            UInt64(truncatingIfNeeded: word.count) | length &<< 8 | UInt64(language) &<< 16 | isPhrase &<< 24
        for place in 0..<word.chunkCount { chunks[slot + 1 + place] = word.chunk(at: place) }
        guard let term else { return }
        for place in 0..<CachedTerm.limit / 8 {
            chunks[slot + 1 + Self.wordChunks + place] = term.span.chunk(at: place)
        }
    }
}

/// A short term by its chunks, the first byte lowest, padded with zeros.
struct CachedTerm {
    /// The most bytes of a term.
    static let limit = 24

    let chunks: (UInt64, UInt64, UInt64)
    /// The number of bytes.
    let count: Int

    /// The term's bytes.
    var bytes: [UInt8] {
        (0..<count).map { index in
            let chunk = index < 8 ? chunks.0 : index < 16 ? chunks.1 : chunks.2
            return UInt8(truncatingIfNeeded: chunk &>> UInt64(8 * (index % 8)))
        }
    }
}
