import Dataset
import Glibc

/// Collects sections and writes them as one file; the same sections give the same bytes.
struct ArtifactWriter {
    private var sections: [(name: String, bytes: [UInt8])] = []

    mutating func add(_ section: ArtifactSection, _ bytes: [UInt8]) {
        sections.append((section.rawValue, bytes))
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
        var table: [UInt8] = []
        var body: [UInt8] = []
        let start = ArtifactFormat.headerLength + sections.count * ArtifactFormat.entryLength
        for (name, bytes) in sections {
            body.pad(to: ArtifactFormat.alignment, from: start)
            table += Array(name.utf8.prefix(8)) + Array(repeating: 0, count: max(0, 8 - name.utf8.count))
            table.appendLittleEndian(UInt64(start + body.count))
            table.appendLittleEndian(UInt64(bytes.count))
            table.appendLittleEndian(Checksum.crc32(bytes))
            table.appendLittleEndian(UInt32(0))
            body += bytes
        }
        return header(table: table, length: start + body.count) + table + body
    }

    private func header(table: [UInt8], length: Int) -> [UInt8] {
        var header = ArtifactFormat.magic
        header.appendLittleEndian(ArtifactFormat.version)
        header.appendLittleEndian(UInt32(truncatingIfNeeded: sections.count))
        header.appendLittleEndian(UInt64(length))
        header.appendLittleEndian(Checksum.crc32(table))
        header.appendLittleEndian(UInt32(0))
        return header
    }
}

extension [UInt8] {
    fileprivate mutating func appendLittleEndian<Number: FixedWidthInteger>(_ number: Number) {
        for shift in 0..<MemoryLayout<Number>.size { append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
    }

    fileprivate mutating func pad(to alignment: Int, from start: Int) {
        while (start + count) % alignment != 0 { append(0) }
    }
}
