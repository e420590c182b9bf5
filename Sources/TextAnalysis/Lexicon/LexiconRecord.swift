/// Where one entry lies in the bytes of a lexicon.
struct LexiconRecord: Equatable {
    /// The offset of the form's first byte.
    var start: Int
    var formLength: Int
    /// How much of the form the lemma begins with.
    var stemLength: Int
    var endingLength: Int
    /// Whether the form is also the lemma of another form.
    var isLemma: Bool

    var end: Int { start + formLength + endingLength }

    /// Reads the record at an offset of the file; nil when it does not lie inside.
    @inline(__always)
    init?(in bytes: borrowing Span<UInt8>, at offset: Int) {
        guard offset >= 0, offset <= bytes.count - LexiconFormat.recordHeadLength else { return nil }
        start = offset + LexiconFormat.recordHeadLength
        formLength = Int(bytes[offset])
        isLemma = bytes[offset + 1] != 0
        stemLength = formLength - Int(bytes[offset + 2])
        endingLength = Int(bytes[offset + 3])
        guard stemLength >= 0, end <= bytes.count else { return nil }
    }

    /// The form.
    func form(in bytes: borrowing Span<UInt8>) -> [UInt8] {
        (start..<start + formLength).map { bytes[$0] }
    }

    /// The lemma.
    func lemma(in bytes: borrowing Span<UInt8>) -> [UInt8] {
        var lemma: [UInt8] = []
        lemma.reserveCapacity(stemLength + endingLength)
        copyLemma(in: bytes, to: &lemma)
        return lemma
    }

    /// Whether the form is `key`.
    @inline(__always)
    func isForm(_ key: borrowing Span<UInt8>, in bytes: borrowing Span<UInt8>) -> Bool {
        guard key.count == formLength else { return false }
        for index in key.indices where bytes[start + index] != key[index] { return false }
        return true
    }

    /// Writes the lemma in place of what is in `lemma`, whose storage stays.
    @inline(__always)
    func copyLemma(in bytes: borrowing Span<UInt8>, to lemma: inout [UInt8]) {
        lemma.removeAll(keepingCapacity: true)
        for index in start..<start + stemLength { lemma.append(bytes[index]) }
        for index in start + formLength..<end { lemma.append(bytes[index]) }
    }

    /// The hash of the form; nil when it has other letters than those of ASCII.
    @inline(__always)
    func asciiHash(in bytes: borrowing Span<UInt8>) -> UInt32? {
        var hash = ByteHash()
        for index in start..<start + formLength {
            guard bytes[index] < 0x80 else { return nil }
            hash.combine(bytes[index])
        }
        return hash.value
    }

    /// Whether the form without its accents is `key`.
    func isFolded(_ key: borrowing Span<UInt8>, in bytes: borrowing Span<UInt8>) -> Bool {
        let folded = Letters.folded(form(in: bytes))
        guard folded.count == key.count else { return false }
        for index in key.indices where folded[index] != key[index] { return false }
        return true
    }
}
