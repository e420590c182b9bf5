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
    /// Whether the lemma is the form.
    var isOwnLemma: Bool { stemLength == formLength && endingLength == 0 }

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
        var form: [UInt8] = []
        form.append(bytes, start..<start + formLength)
        return form
    }

    /// The lemma.
    func lemma(in bytes: borrowing Span<UInt8>) -> [UInt8] {
        var lemma: [UInt8] = []
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

    /// Whether the lemma is `key`.
    @inline(__always)
    func hasLemma(_ key: borrowing Span<UInt8>, in bytes: borrowing Span<UInt8>) -> Bool {
        guard key.count == stemLength + endingLength else { return false }
        for index in 0..<stemLength where bytes[start + index] != key[index] { return false }
        for index in 0..<endingLength where bytes[start + formLength + index] != key[stemLength + index] {
            return false
        }
        return true
    }

    /// Writes the lemma in place of what is in `lemma`, whose storage stays.
    @inline(__always)
    func copyLemma(in bytes: borrowing Span<UInt8>, to lemma: inout [UInt8]) {
        lemma.removeAll(keepingCapacity: true)
        lemma.append(addingCapacity: stemLength + endingLength) { (output: inout OutputSpan<UInt8>) in
            for index in start..<start + stemLength { output.append(bytes[index]) }
            for index in start + formLength..<end { output.append(bytes[index]) }
        }
    }

    /// The hash of the form without its accents, and whether it has only letters of ASCII.
    @inline(__always)
    func foldedHash(in bytes: borrowing Span<UInt8>) -> (hash: UInt32, isASCII: Bool) {
        let form = bytes.extracting(start..<start + formLength)
        var hash = ByteHash()
        var highBits: UInt8 = 0
        for index in form.indices {
            hash.combine(form[index])
            highBits |= form[index]
        }
        return highBits < 0x80 ? (hash.value, true) : (Letters.foldedHash(of: form), false)
    }

    /// Whether the form without its accents is `key`.
    func isFolded(_ key: borrowing Span<UInt8>, in bytes: borrowing Span<UInt8>) -> Bool {
        Letters.isFolded(bytes.extracting(start..<start + formLength), key)
    }
}
