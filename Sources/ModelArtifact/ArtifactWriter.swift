import BinaryFiles
import Dataset

/// Collects sections and writes them as one file; the same sections give the same bytes.
struct ArtifactWriter {
    private var sections: [(section: ArtifactSection, bytes: [UInt8])] = []

    mutating func add(_ section: ArtifactSection, _ bytes: [UInt8]) {
        sections.append((section, bytes))
    }

    mutating func add(_ section: ArtifactSection, _ numbers: FrozenArray<UInt8>) {
        add(section, Array(numbers))
    }

    mutating func add<Number: FixedWidthInteger & Sendable & BitwiseCopyable>(
        _ section: ArtifactSection,
        _ numbers: FrozenArray<Number>
    ) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * MemoryLayout<Number>.size)
        for number in numbers { bytes.appendLittleEndian(number) }
        add(section, bytes)
    }

    mutating func add(_ section: ArtifactSection, _ numbers: some Sequence<Float>) {
        var bytes: [UInt8] = []
        for number in numbers { bytes.appendLittleEndian(number.bitPattern) }
        add(section, bytes)
    }

    /// The whole file.
    func encoded() -> [UInt8] {
        let table = table()
        var file = header(table: table.bytes, length: table.end)
        file.reserveCapacity(table.end)
        file += table.bytes
        for (_, bytes) in sections {
            file += Array(repeating: 0, count: ArtifactFormat.sectionStart(after: file.count) - file.count)
            file += bytes
        }
        return file
    }

    private func table() -> (bytes: [UInt8], end: Int) {
        var table: [UInt8] = []
        var end = ArtifactFormat.headerLength + sections.count * ArtifactFormat.entryLength
        for (section, bytes) in sections {
            let start = ArtifactFormat.sectionStart(after: end)
            let name = section.rawValue.utf8.prefix(8)
            table += Array(name) + Array(repeating: 0, count: 8 - name.count)
            table.appendLittleEndian(UInt64(start))
            table.appendLittleEndian(UInt64(bytes.count))
            table.appendLittleEndian(CRC32.checksum(of: bytes.span))
            table.appendLittleEndian(UInt32(0))
            end = start + bytes.count
        }
        return (table, end)
    }

    private func header(table: [UInt8], length: Int) -> [UInt8] {
        var header = ArtifactFormat.magic
        header.appendLittleEndian(ArtifactFormat.version)
        header.appendLittleEndian(UInt32(truncatingIfNeeded: sections.count))
        header.appendLittleEndian(UInt64(length))
        header.appendLittleEndian(UInt32(0))
        header.appendLittleEndian(CRC32.checksum(of: table.span, after: CRC32.checksum(of: header.span)))
        return header
    }
}
