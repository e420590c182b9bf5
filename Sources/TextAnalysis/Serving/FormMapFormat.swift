/// The bytes of a form map, front-coded so that they compress well.
///
///     "FMAP" and the version, 0x01
///     varint  number of words
///     for each word, in the order of the words' bytes:
///         varint  bytes shared with the word before
///         varint  length of the rest of the word, then the rest
///         u8      255: the word is dropped; else how many bytes to cut off the word without its accents
///         varint  length of the term's ending, then the ending   (not when dropped)
///
/// Varints are little-endian groups of seven bits, at most five bytes. The bytes come from a model file, so every read
/// is checked, and the memory that a map may take is limited.
enum FormMapFormat {
    private static let magic: [UInt8] = Array("FMAP".utf8) + [1]
    private static let droppedMark: UInt8 = 255
    private static let textLimit = 254
    /// All words written out, in bytes; the largest lexicon has eleven million.
    private static let sizeLimit = 64 << 20

    /// The bytes of a map.
    static func encode(_ map: FormMap) -> [UInt8] {
        let entries = map.sortedEntries.filter { $0.word.count <= textLimit && ($0.term?.count ?? 0) <= textLimit }
        var bytes = magic
        bytes.appendVarint(entries.count)
        var last: [UInt8] = []
        for (word, term) in entries {
            let shared = zip(last, word).prefix { $0 == $1 }.count
            bytes.appendVarint(shared)
            bytes.appendVarint(word.count - shared)
            bytes.append(contentsOf: word[shared...])
            appendTerm(term, of: word, to: &bytes)
            last = word
        }
        return bytes
    }

    private static func appendTerm(_ term: [UInt8]?, of word: [UInt8], to bytes: inout [UInt8]) {
        guard let term else { return bytes.append(droppedMark) }
        let plain = Letters.folded(word)
        let shared = zip(plain, term).prefix { $0 == $1 }.count
        bytes.append(UInt8(truncatingIfNeeded: plain.count - shared))
        bytes.appendVarint(term.count - shared)
        bytes.append(contentsOf: term[shared...])
    }

    /// Reads a map; O(words).
    static func decode(_ bytes: [UInt8], location: String) throws(TextAnalysisError) -> FormMap {
        var reader = Reader(bytes: bytes, location: location)
        guard try reader.read(magic.count).elementsEqual(magic) else { throw reader.failure("is of no known format") }
        let count = try reader.varint()
        var map = FormMap()
        var word: [UInt8] = []
        var size = 0
        for _ in 0..<count {
            word = try readWord(after: word, from: &reader)
            size += word.count
            guard size <= sizeLimit else { throw reader.failure("is larger than \(sizeLimit) bytes") }
            map.insert(word, term: try readTerm(of: word, from: &reader))
        }
        guard map.count == count else { throw reader.failure("has a word twice") }
        guard reader.isAtEnd else { throw reader.failure("goes on after its last word") }
        return map
    }

    private static func readWord(after last: [UInt8], from reader: inout Reader) throws(TextAnalysisError) -> [UInt8] {
        let shared = try reader.varint()
        guard shared <= last.count else { throw reader.failure("shares \(shared) bytes with a shorter word") }
        let rest = try reader.read(reader.varint())
        guard shared + rest.count <= textLimit else { throw reader.failure("has a word that is too long") }
        return last.prefix(shared) + Array(rest)
    }

    private static func readTerm(of word: [UInt8], from reader: inout Reader) throws(TextAnalysisError) -> [UInt8]? {
        let cut = try reader.byte()
        if cut == droppedMark { return nil }
        let plain = Letters.folded(word)
        guard Int(cut) <= plain.count else { throw reader.failure("cuts \(cut) bytes off a shorter word") }
        let ending = try reader.read(reader.varint())
        guard ending.count <= textLimit else { throw reader.failure("has a term that is too long") }
        return plain.dropLast(Int(cut)) + Array(ending)
    }

    /// Reads numbers and bytes in their order and never past the end.
    private struct Reader {
        let bytes: [UInt8]
        let location: String
        private var position = 0

        init(bytes: [UInt8], location: String) {
            self.bytes = bytes
            self.location = location
        }

        var isAtEnd: Bool { position == bytes.count }

        mutating func byte() throws(TextAnalysisError) -> UInt8 {
            guard position < bytes.count else { throw failure("ends too early") }
            defer { position += 1 }
            return bytes[position]
        }

        mutating func read(_ count: Int) throws(TextAnalysisError) -> ArraySlice<UInt8> {
            guard count <= bytes.count - position else { throw failure("ends too early") }
            defer { position += count }
            return bytes[position..<position + count]
        }

        mutating func varint() throws(TextAnalysisError) -> Int {
            var result = 0
            for shift in stride(from: 0, to: 35, by: 7) {
                let byte = try byte()
                result |= Int(byte & 0x7F) << shift
                if byte < 0x80 { return result }
            }
            throw failure("has a number of more than five bytes")
        }

        func failure(_ reason: String) -> TextAnalysisError {
            TextAnalysisError(.malformedFormMap(reason: "\(reason) (byte \(position))"), at: location)
        }
    }
}

extension [UInt8] {
    /// Appends a number in groups of seven bits, the lowest first.
    fileprivate mutating func appendVarint(_ value: Int) {
        var value = value
        while value >= 0x80 {
            append(UInt8(truncatingIfNeeded: value & 0x7F | 0x80))
            value >>= 7
        }
        append(UInt8(truncatingIfNeeded: value))
    }
}
