/// A dictionary in the format `SMFC1`: forms in order, each stored as what differs from the form before it.
///
/// The layout: the magic, one flag byte (1: forms and lemmas are written backwards), a varint count, then for each
/// entry the length shared with the form before, the length of the rest, the rest, and a trim byte for the lemma.
/// Trim 254 repeats the lemma before; 255 means a literal lemma; any other value is how many bytes of the form to
/// cut off before the lemma's own ending. Varints are little-endian groups of seven bits.
struct FrontCodedDictionary {
    /// A form and its lemma.
    struct Entry: Equatable {
        var form: [UInt8]
        var lemma: [UInt8]
    }

    /// The largest dictionary taken, in entries; the largest one known has 1.6 million.
    static let entryLimit = 8_000_000
    private static let sameAsBefore: UInt8 = 254
    private static let literal: UInt8 = 255

    private let bytes: [UInt8]
    private var position = 0
    private var isReversed = false
    private let location: String

    private init(_ bytes: [UInt8], location: String) {
        self.bytes = bytes
        self.location = location
    }

    /// All entries of a decompressed dictionary.
    static func entries(of bytes: [UInt8], location: String) throws(TextAnalysisError) -> [Entry] {
        var reader = FrontCodedDictionary(bytes, location: location)
        return try reader.readAll()
    }

    private mutating func readAll() throws(TextAnalysisError) -> [Entry] {
        guard bytes.starts(with: "SMFC1".utf8) else { throw failure("does not start with SMFC1") }
        position = 5
        isReversed = try readByte() & 1 == 1
        let count = try readVarint()
        guard count <= Self.entryLimit else { throw failure("holds \(count) entries, more than \(Self.entryLimit)") }
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        var last = Entry(form: [], lemma: [])
        while position < bytes.count {
            last = try readEntry(after: last)
            entries.append(isReversed ? Entry(form: last.form.reversed(), lemma: last.lemma.reversed()) : last)
        }
        guard entries.count == count else { throw failure("holds \(entries.count) entries, but announces \(count)") }
        return entries
    }

    private mutating func readEntry(after last: Entry) throws(TextAnalysisError) -> Entry {
        let shared = try readVarint()
        guard shared <= last.form.count else { throw failure("shares \(shared) bytes with a shorter form") }
        let form: [UInt8] = try Array(last.form.prefix(shared)) + readBytes(readVarint())
        let trim = try readByte()
        if trim == Self.sameAsBefore { return Entry(form: form, lemma: last.lemma) }
        let ending = try readBytes(readVarint())
        if trim == Self.literal { return Entry(form: form, lemma: ending) }
        guard Int(trim) <= form.count else { throw failure("cuts \(trim) bytes off a shorter form") }
        return Entry(form: form, lemma: Array(form.dropLast(Int(trim))) + ending)
    }

    private mutating func readByte() throws(TextAnalysisError) -> UInt8 {
        guard position < bytes.count else { throw failure("ends inside an entry") }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func readBytes(_ count: Int) throws(TextAnalysisError) -> [UInt8] {
        guard count <= bytes.count - position else { throw failure("ends inside an entry") }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    private mutating func readVarint() throws(TextAnalysisError) -> Int {
        var result = 0
        for shift in stride(from: 0, to: 35, by: 7) {
            let byte = try readByte()
            result |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return result }
        }
        throw failure("has a number of more than five bytes")
    }

    private func failure(_ reason: String) -> TextAnalysisError {
        TextAnalysisError(.malformedDictionary(reason: "\(reason) (byte \(position))"), at: location)
    }
}
