import BinaryFiles

@testable import ModelArtifact

/// The sections of an artifact, to be changed and put together again with right checksums.
struct ArtifactParts {
    private(set) var sections: [(section: ArtifactSection, bytes: [UInt8])] = []

    /// Takes an artifact apart by its table alone.
    init(_ file: [UInt8]) {
        for index in 0..<Int(file[12]) {
            let entry = ArtifactFormat.headerLength + index * ArtifactFormat.entryLength
            let name = String(decoding: file[entry..<entry + 8].prefix { $0 != 0 }, as: UTF8.self)
            let start = Int(file.number(at: entry + 8))
            guard let section = ArtifactSection(rawValue: name) else { continue }
            sections.append((section, Array(file[start..<start + Int(file.number(at: entry + 16))])))
        }
    }

    /// The bytes of a section; setting `nil` removes it.
    subscript(section: ArtifactSection) -> [UInt8]? {
        get { sections.first { $0.section == section }?.bytes }
        set {
            guard let index = sections.firstIndex(where: { $0.section == section }) else { return }
            if let newValue { sections[index].bytes = newValue } else { sections.remove(at: index) }
        }
    }

    mutating func append(_ section: ArtifactSection, _ bytes: [UInt8]) {
        sections.append((section, bytes))
    }

    mutating func replace(_ old: String, by new: String, in section: ArtifactSection) {
        self[section] = self[section].map { Array(String(decoding: $0, as: UTF8.self).replacing(old, with: new).utf8) }
    }

    func encoded() -> [UInt8] {
        var writer = ArtifactWriter()
        for (section, bytes) in sections { writer.add(section, bytes) }
        return writer.encoded()
    }
}

extension [UInt8] {
    /// The 64-bit number that starts at an offset.
    func number(at offset: Int) -> UInt64 {
        self[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Writes a number over the bytes from an offset on.
    mutating func set<Number: FixedWidthInteger>(_ number: Number, at offset: Int) {
        for index in 0..<MemoryLayout<Number>.size {
            self[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
        }
    }

    /// The same artifact with the header's checksum made right again.
    func resealed() -> [UInt8] {
        let table = Int(self[12]) * ArtifactFormat.entryLength
        var copy = self
        let header = Array(self[ArtifactFormat.checkedHeader])
        let rest = Array(self[ArtifactFormat.headerLength..<ArtifactFormat.headerLength + table])
        copy.set(CRC32.checksum(of: rest.span, after: CRC32.checksum(of: header.span)), at: 28)
        return copy
    }
}
