/// Gives each distinct term, as bytes, the next number; a hash table without an allocation for each term.
///
/// Look-ups and insertions take O(length of the term), expected.
struct TermTable: Sendable {
    /// The bytes of all terms, back to back in the order of their numbers.
    private(set) var bytes: [UInt8] = []
    /// For each term the index of its first byte, and at the end the number of bytes.
    private(set) var offsets = [0]
    /// Each slot holds the upper half of a term's hash and its number + 1; 0 is an empty slot.
    private var slots: [UInt64] = Array(repeating: 0, count: 1024)

    /// The number of terms.
    var count: Int { offsets.count - 1 }

    /// The range of `bytes` of a term.
    func range(of term: Int) -> Range<Int> {
        offsets[term]..<offsets[term + 1]
    }

    /// The number of a term, or `nil`.
    func find(_ source: [UInt8], _ range: Range<Int>) -> Int? {
        let hash = Self.hash(source, range)
        let slot = slots[self.slot(of: source, range, hash: hash)]
        return slot == 0 ? nil : Self.term(in: slot)
    }

    /// The number of a term, which is added where it is new.
    mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Int {
        let hash = Self.hash(source, range)
        let position = slot(of: source, range, hash: hash)
        if slots[position] != 0 { return Self.term(in: slots[position]) }
        let term = count
        bytes.append(contentsOf: source[range])
        offsets.append(bytes.count)
        slots[position] = Self.entry(hash: hash, term: term)
        if count * 2 > slots.count { grow() }
        return term
    }

    private static func term(in slot: UInt64) -> Int {
        Int(truncatingIfNeeded: (slot & 0xFFFF_FFFF) &- 1)
    }

    private static func entry(hash: UInt64, term: Int) -> UInt64 {
        (hash & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: term &+ 1)
    }

    /// The slot that holds the term, or the empty one where it belongs.
    private func slot(of source: [UInt8], _ range: Range<Int>, hash: UInt64) -> Int {
        let mask = slots.count &- 1
        var position = Int(truncatingIfNeeded: hash &>> 32) & mask
        while slots[position] != 0 {
            let isAlike = (slots[position] ^ hash) &>> 32 == 0
            if isAlike && equals(Self.term(in: slots[position]), source, range) { return position }
            position = (position &+ 1) & mask
        }
        return position
    }

    private func equals(_ term: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
        let own = self.range(of: term)
        guard own.count == range.count else { return false }
        for offset in 0..<range.count where bytes[own.lowerBound &+ offset] != source[range.lowerBound &+ offset] {
            return false
        }
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        let mask = slots.count - 1
        for term in 0..<count {
            let hash = Self.hash(bytes, range(of: term))
            var position = Int(truncatingIfNeeded: hash &>> 32) & mask
            while slots[position] != 0 { position = (position &+ 1) & mask }
            slots[position] = Self.entry(hash: hash, term: term)
        }
    }

    /// FNV-1a with a final mix, because the table takes the upper bits.
    static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for position in range { hash = (hash ^ UInt64(source[position])) &* 0x0000_0100_0000_01B3 }
        hash ^= hash &>> 29
        return hash &* 0xBF58_476D_1CE4_E5B9
    }
}
