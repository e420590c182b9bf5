/// Remembers the terms of the words seen last, so that a common word costs one hash and one comparison.
///
/// A fixed number of slots of 64 bytes, two megabytes in all. A word belongs to one pair of slots; a new word drives out
/// the older of the two there. So it never allocates after the first word, and texts made to collide cost no more than
/// texts of unknown words.
struct TermCache: Sendable {
    /// What a slot says of a word.
    enum Answer {
        case unknown
        /// The term's range in `bytes`; `isPhrase` when it is several terms with spaces between.
        case term(Range<Int>, isPhrase: Bool)
        case dropped
    }

    private static let slotCount = 32768
    private static let slotLength = 64
    /// The longest word and the longest term that a slot holds.
    private static let textLimit = 30
    private static let droppedMark: UInt8 = 0xFF

    /// The slots: length of the word, length of the term, language, whether it is a phrase, the word, the term.
    private(set) var bytes: [UInt8] = []

    /// Forgets all; takes the memory at first.
    mutating func reset() {
        if bytes.isEmpty {
            bytes = [UInt8](repeating: 0, count: Self.slotCount * Self.slotLength)
        } else {
            for slot in 0..<Self.slotCount { bytes[slot * Self.slotLength] = 0 }
        }
    }

    /// The first slot of the pair that a word belongs to.
    @inline(__always)
    func slot(of word: borrowing WordBuffer) -> Int {
        Int(word.hashValue & UInt32(Self.slotCount / 2 - 1)) * 2 * Self.slotLength
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
        let bytes = bytes.span
        guard Int(bytes[slot]) == word.count, bytes[slot + 2] == language else { return false }
        let key = word.bytes.span
        for index in 0..<word.count where bytes[slot + 4 + index] != key[index] { return false }
        return true
    }

    private func answer(at slot: Int) -> Answer {
        let length = bytes[slot + 1]
        if length == Self.droppedMark { return .dropped }
        let start = slot + 4 + Self.textLimit
        return .term(start..<start + Int(length), isPhrase: bytes[slot + 3] != 0)
    }

    /// Remembers the term of a word; nil when it is dropped.
    mutating func remember(_ term: [UInt8]?, for word: borrowing WordBuffer, language: UInt8, at slot: Int) {
        guard word.count <= Self.textLimit, (term?.count ?? 0) <= Self.textLimit else { return }
        for offset in 0..<Self.slotLength { bytes[slot + Self.slotLength + offset] = bytes[slot + offset] }
        bytes[slot] = UInt8(truncatingIfNeeded: word.count)
        bytes[slot + 1] = term.map { UInt8(truncatingIfNeeded: $0.count) } ?? Self.droppedMark
        bytes[slot + 2] = language
        bytes[slot + 3] = term?.contains(UInt8(ascii: " ")) == true ? 1 : 0
        for index in 0..<word.count { bytes[slot + 4 + index] = word.bytes[index] }
        for (index, byte) in (term ?? []).enumerated() { bytes[slot + 4 + Self.textLimit + index] = byte }
    }
}
