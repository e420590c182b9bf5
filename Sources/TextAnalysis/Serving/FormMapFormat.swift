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
        let entries = map.sortedIndices.filter { index in
            map.withEntry(at: index) { word, term in word.count <= textLimit && (term?.count ?? 0) <= textLimit }
        }
        var bytes = magic
        bytes.appendVarint(entries.count)
        var (last, plain) = ([UInt8](), [UInt8]())
        for index in entries {
            map.withEntry(at: index) { word, term in
                let shared = last.span.sharedPrefix(with: word)
                bytes.appendVarint(shared)
                bytes.appendVarint(word.count - shared)
                bytes.append(word, shared..<word.count)
                last.removeLast(last.count - shared)
                last.append(word, shared..<word.count)
                guard let term else { return bytes.append(droppedMark) }
                plain.removeAll(keepingCapacity: true)
                Letters.appendFolded(word, to: &plain)
                append(term, cutFrom: plain.span, to: &bytes)
            }
        }
        return bytes
    }

    private static func append(
        _ term: borrowing Span<UInt8>,
        cutFrom plain: borrowing Span<UInt8>,
        to bytes: inout [UInt8]
    ) {
        let shared = plain.sharedPrefix(with: term)
        bytes.append(UInt8(truncatingIfNeeded: plain.count - shared))
        bytes.appendVarint(term.count - shared)
        bytes.append(term, shared..<term.count)
    }

    /// Reads a map; O(words).
    static func decode(_ bytes: [UInt8], location: String) throws(TextAnalysisError) -> FormMap {
        var reader = Reader(bytes: bytes, location: location)
        guard try reader.read(magic.count).elementsEqual(magic) else { throw reader.failure("is of no known format") }
        let count = try reader.varint()
        var map = FormMap()
        var (word, term) = ([UInt8](), [UInt8]())
        var size = 0
        for _ in 0..<count {
            try readWord(from: &reader, into: &word)
            size += word.count
            guard size <= sizeLimit else { throw reader.failure("is larger than \(sizeLimit) bytes") }
            let isDropped = try !readTerm(of: word, from: &reader, into: &term)
            map.insert(word, term: isDropped ? nil : term)
        }
        guard map.count == count else { throw reader.failure("has a word twice") }
        guard reader.isAtEnd else { throw reader.failure("goes on after its last word") }
        return map
    }

    /// Makes the word before into the next one.
    private static func readWord(from reader: inout Reader, into word: inout [UInt8]) throws(TextAnalysisError) {
        let shared = try reader.varint()
        guard shared <= word.count else { throw reader.failure("shares \(shared) bytes with a shorter word") }
        let rest = try reader.read(reader.varint())
        guard shared + rest.count <= textLimit else { throw reader.failure("has a word that is too long") }
        word.removeLast(word.count - shared)
        word.append(contentsOf: rest)
    }

    /// Reads the term of a word; false when the word is dropped.
    private static func readTerm(
        of word: [UInt8],
        from reader: inout Reader,
        into term: inout [UInt8]
    ) throws(TextAnalysisError) -> Bool {
        let cut = try reader.byte()
        if cut == droppedMark { return false }
        let plain = Letters.folded(word)
        guard Int(cut) <= plain.count else { throw reader.failure("cuts \(cut) bytes off a shorter word") }
        let ending = try reader.read(reader.varint())
        guard ending.count <= textLimit else { throw reader.failure("has a term that is too long") }
        term.removeAll(keepingCapacity: true)
        term.append(contentsOf: plain.dropLast(Int(cut)))
        term.append(contentsOf: ending)
        return true
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

extension Span<UInt8> {
    /// How many bytes both begin with.
    fileprivate func sharedPrefix(with other: borrowing Span<UInt8>) -> Int {
        var shared = 0
        while shared < count, shared < other.count, self[shared] == other[shared] { shared += 1 }
        return shared
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
