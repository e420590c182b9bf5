import BinaryFiles

/// The file format of a compiled lexicon.
///
/// All numbers are little-endian.
///
///     header, 36 bytes
///        0  8 bytes  "CRTLEX" 0x00 and the version, 0x01
///        8  2 bytes  language: "pt", "es" or "en"
///       10  2 bytes  zero
///       12  u32      number of entries
///       16  u32      number of slots
///       20  u32      number of accent slots
///       24  u32      length of the records
///       28  u32      CRC-32 of all that follows the header
///       32  u32      CRC-32 of bytes 0 to 31
///     slots          u32 each: 0 when free, else 1 + the offset of a record; place by the hash of the form
///     accent slots   the same, by the hash of the form without its accents; one record for each such key
///     records        those of one lemma together
///        u8  length of the form
///        u8  1 when the form is also the lemma of another form
///        u8  bytes to cut off the form
///        u8  length of the ending
///            the form, the ending; the lemma is the form, cut, with the ending
///
/// A form is found at slot `hash * slots / 2^32` or in the slots after it, up to the first free one.
struct LexiconFormat: Equatable {
    static let magic: [UInt8] = Array("CRTLEX".utf8) + [0, 1]
    static let headerLength = 36
    static let recordHeadLength = 4

    var language: Language
    var entryCount: Int
    var slotCount: Int
    var accentSlotCount: Int
    var recordLength: Int
    var payloadChecksum: UInt32

    var slotsStart: Int { Self.headerLength }
    var accentSlotsStart: Int { slotsStart + 4 * slotCount }
    var recordsStart: Int { accentSlotsStart + 4 * accentSlotCount }
    var fileLength: Int { recordsStart + recordLength }

    /// The header's bytes.
    func encoded() -> [UInt8] {
        var bytes = Self.magic + Array(language.rawValue.utf8) + [0, 0]
        for number in [entryCount, slotCount, accentSlotCount, recordLength] {
            bytes.appendLittleEndian(UInt32(truncatingIfNeeded: number))
        }
        bytes.appendLittleEndian(payloadChecksum)
        bytes.appendLittleEndian(CRC32.checksum(of: bytes.span))
        return bytes
    }

    /// The slot where the search for a hash begins.
    @inline(__always)
    static func firstSlot(of hash: UInt32, among slotCount: Int) -> Int {
        Int((UInt64(hash) &* UInt64(slotCount)) >> 32)
    }
}

extension LexiconFormat {
    /// Reads and checks a header against the length of its file.
    init(header bytes: borrowing Span<UInt8>, location: String) throws(TextAnalysisError) {
        func failure(_ reason: String) -> TextAnalysisError {
            TextAnalysisError(.malformedLexicon(reason: reason), at: location)
        }
        guard bytes.count >= Self.headerLength else { throw failure("is shorter than its header") }
        for index in Self.magic.indices where bytes[index] != Self.magic[index] {
            throw failure("is no lexicon of version 1")
        }
        guard bytes.littleEndian(at: 32) == CRC32.checksum(of: bytes.extracting(0..<32)) else {
            throw failure("has a damaged header")
        }
        let name = String(decoding: [bytes[8], bytes[9]], as: UTF8.self)
        guard let language = Language(rawValue: name) else { throw failure("is for an unknown language") }
        self.language = language
        entryCount = Int(bytes.littleEndian(at: 12))
        slotCount = Int(bytes.littleEndian(at: 16))
        accentSlotCount = Int(bytes.littleEndian(at: 20))
        recordLength = Int(bytes.littleEndian(at: 24))
        payloadChecksum = bytes.littleEndian(at: 28)
        guard fileLength == bytes.count else {
            throw failure("has \(bytes.count) bytes, but its header announces \(fileLength)")
        }
    }
}

extension Span<UInt8> {
    /// The number in the four bytes at `offset`.
    @inline(__always)
    func littleEndian(at offset: Int) -> UInt32 {
        UInt32(self[offset]) | UInt32(self[offset + 1]) << 8
            | UInt32(self[offset + 2]) << 16 | UInt32(self[offset + 3]) << 24
    }
}
