import BinaryFiles

/// The dictionary of one language: forms and their lemmas, in the file format of `LexiconFormat`.
///
/// Safe to share between threads. Every read is checked against the file's length, so a damaged file gives wrong
/// lemmas at worst.
public struct Lexicon: Sendable {
    private enum Storage {
        case file(MappedFile)
        case memory([UInt8])
    }

    private let storage: Storage
    let format: LexiconFormat

    /// The language of the forms.
    public var language: Language { format.language }
    /// The number of forms.
    public var count: Int { format.entryCount }

    /// Opens a compiled lexicon by memory map; only the header is read.
    public static func open(path: String) throws(TextAnalysisError) -> Lexicon {
        try Lexicon(.file(map(path)), location: path)
    }

    private static func map(_ path: String) throws(TextAnalysisError) -> MappedFile {
        do throws(MappedFileError) {
            return try MappedFile(path: path)
        } catch {
            throw TextAnalysisError(
                error.kind == .empty
                    ? .malformedLexicon(reason: error.reason) : .unreadableLexicon(reason: error.reason),
                at: path
            )
        }
    }

    /// Takes the bytes of a compiled lexicon.
    public init(bytes: [UInt8], location: String = "in memory") throws(TextAnalysisError) {
        try self.init(.memory(bytes), location: location)
    }

    private init(_ storage: Storage, location: String) throws(TextAnalysisError) {
        self.storage = storage
        let format: Result<LexiconFormat, TextAnalysisError> = Self.withBytes(of: storage) { bytes in
            do throws(TextAnalysisError) {
                return .success(try LexiconFormat(header: bytes, location: location))
            } catch {
                return .failure(error)
            }
        }
        self.format = try format.get()
    }

    /// Whether the checksum of the whole file is right; reads every byte.
    public func isIntact() -> Bool {
        withBytes { bytes in
            CRC32.checksum(of: bytes.extracting(droppingFirst: LexiconFormat.headerLength)) == format.payloadChecksum
        }
    }

    @inline(__always)
    private static func withBytes<Result>(of storage: Storage, _ body: (Span<UInt8>) -> Result) -> Result {
        switch storage {
        case .file(let file): file.withBytes(body)
        case .memory(let bytes): body(bytes.span)
        }
    }

    /// Calls `body` with the bytes of the file.
    @inline(__always)
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        Self.withBytes(of: storage, body)
    }
}
