import BinaryFiles
import Dataset

/// Opens a model file and hands out its sections; everything is checked before use, since the file is not trusted.
struct ArtifactReader {
    private let file: MappedFile
    private let path: String
    private var sections: [ArtifactSection: Range<Int>] = [:]

    /// Maps a file and checks magic, version, length, section table and the checksum of every section.
    init(path: String) throws(ArtifactError) {
        self.path = path
        do throws(MappedFileError) {
            file = try MappedFile(path: path)
        } catch {
            throw ArtifactError(error)
        }
        try checkHeader()
        try readTable()
    }

    /// Whether the section is there.
    func has(_ section: ArtifactSection) -> Bool {
        sections[section] != nil
    }

    /// A copy of the section's bytes.
    func bytes(_ section: ArtifactSection) throws(ArtifactError) -> [UInt8] {
        let range = try range(section)
        return unsafe Array(UnsafeRawBufferPointer(rebasing: file.bytes[range]))
    }

    /// The section's numbers, read in place.
    func array<Element: BitwiseCopyable & Sendable>(
        _ section: ArtifactSection,
        of type: Element.Type
    ) throws(ArtifactError) -> FrozenArray<Element> {
        let range = try range(section)
        guard range.count % MemoryLayout<Element>.stride == 0 else {
            throw malformed(section, "its length is no multiple of \(MemoryLayout<Element>.stride) bytes")
        }
        return unsafe FrozenArray(reading: UnsafeRawBufferPointer(rebasing: file.bytes[range]), owner: file)
    }

    /// An error about a section of this file.
    func malformed(_ section: ArtifactSection, _ reason: String) -> ArtifactError {
        malformed(section.rawValue, reason)
    }

    /// An error about a part of this file.
    func malformed(_ part: String, _ reason: String) -> ArtifactError {
        ArtifactError(.malformed(part, reason: reason), file: path)
    }

    private func range(_ section: ArtifactSection) throws(ArtifactError) -> Range<Int> {
        guard let range = sections[section] else {
            throw ArtifactError(.missing(section.rawValue), file: path)
        }
        return range
    }

    private func checkHeader() throws(ArtifactError) {
        guard length >= ArtifactFormat.headerLength, slice(0..<8) == ArtifactFormat.magic else {
            throw ArtifactError(.notAModel, file: path)
        }
        let version = number(at: 8, of: UInt32.self)
        guard version <= ArtifactFormat.version else { throw ArtifactError(.newerVersion(version), file: path) }
        let expected = number(at: 16, of: UInt64.self)
        guard expected == UInt64(length) else {
            throw ArtifactError(.wrongLength(expected: expected, found: UInt64(length)), file: path)
        }
    }

    private mutating func readTable() throws(ArtifactError) {
        let count = Int(number(at: 12, of: UInt32.self))
        let table = ArtifactFormat.headerLength..<(ArtifactFormat.headerLength + count * ArtifactFormat.entryLength)
        guard table.upperBound <= length,
            checksum(table, after: checksum(ArtifactFormat.checkedHeader)) == number(at: 28, of: UInt32.self)
        else { throw ArtifactError(.damaged("section table"), file: path) }
        var end = table.upperBound
        for entry in stride(from: table.lowerBound, to: table.upperBound, by: ArtifactFormat.entryLength) {
            end = try readEntry(at: entry, after: end)
        }
        guard end == length else { throw malformed("section table", "the sections don't fill the file") }
    }

    /// Reads the entry of the section that follows the one that ends at `end`; returns where it ends.
    private mutating func readEntry(at position: Int, after end: Int) throws(ArtifactError) -> Int {
        let name = String(decoding: slice(position..<position + 8).prefix { $0 != 0 }, as: UTF8.self)
        guard let section = ArtifactSection(rawValue: name) else {
            throw malformed("section table", "it names a section that is not known")
        }
        guard sections[section] == nil else { throw malformed("section table", "the section \(name) stands twice") }
        let start = ArtifactFormat.sectionStart(after: end)
        let size = number(at: position + 16, of: UInt64.self)
        guard number(at: position + 8, of: UInt64.self) == UInt64(start), start <= length,
            size <= UInt64(length - start)
        else { throw malformed("section table", "the section \(name) is not where it should be") }
        guard slice(end..<start).allSatisfy({ $0 == 0 }) else {
            throw ArtifactError(.damaged("gap before \(name)"), file: path)
        }
        let range = start..<(start + Int(size))
        guard checksum(range) == number(at: position + 24, of: UInt32.self) else {
            throw ArtifactError(.damaged(name), file: path)
        }
        sections[section] = range
        return range.upperBound
    }

    private var length: Int { unsafe file.bytes.count }

    private func slice(_ range: Range<Int>) -> [UInt8] {
        unsafe Array(UnsafeRawBufferPointer(rebasing: file.bytes[range]))
    }

    private func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, of type: Number.Type) -> Number {
        Number(littleEndian: unsafe file.bytes.loadUnaligned(fromByteOffset: offset, as: type))
    }

    private func checksum(_ range: Range<Int>, after start: UInt32 = 0) -> UInt32 {
        file.withBytes { CRC32.checksum(of: $0.extracting(range), after: start) }
    }
}

extension ArtifactError {
    /// A file that cannot be mapped is no model, or the system's reason is told.
    fileprivate init(_ error: MappedFileError) {
        switch error.kind {
        case .notRegular, .empty: self.init(.notAModel, file: error.file)
        case .system(let reason): self.init(.inputOutput(reason), file: error.file)
        }
    }
}
