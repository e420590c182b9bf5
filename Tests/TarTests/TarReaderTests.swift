import Tar
import Testing

struct TarReaderTests {
    private struct File: Equatable {
        var name: String
        var bytes: [UInt8] = []
    }

    /// The files of an archive that comes in chunks of `size` bytes.
    private func files(_ bytes: [UInt8], chunk size: Int = 1 << 20) throws(TarError) -> [File] {
        var reader = TarReader()
        var files: [File] = []
        var isOpen = false
        for start in stride(from: 0, to: bytes.count, by: size) {
            for event in try reader.append(Array(bytes[start..<min(start + size, bytes.count)])) {
                switch event {
                case .file(let name, _):
                    #expect(!isOpen)
                    isOpen = true
                    files.append(File(name: name))
                case .bytes(let bytes): files[files.count - 1].bytes += bytes
                case .endOfFile: isOpen = false
                }
            }
        }
        try reader.finish()
        #expect(!isOpen)
        return files
    }

    private static let content = (0..<1_300).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    private func sample() -> TarSample {
        var sample = TarSample()
        sample.add("./", type: "5")
        sample.add("./carteiro.model", Self.content)
        sample.add("empty")
        sample.add("link", type: "2")
        sample.add("name", Array("x".utf8), prefix: "folder/below")
        sample.add("exact", [UInt8](repeating: 9, count: 512))
        return sample
    }

    @Test(arguments: [1, 7, 511, 512, 513, 100_000])
    func filesComeInTheirOrderWhateverTheChunks(size: Int) throws {
        var sample = sample()
        sample.end()
        let expected = [
            File(name: "carteiro.model", bytes: Self.content), File(name: "empty"),
            File(name: "folder/below/name", bytes: [0x78]), File(name: "exact", bytes: Array(repeating: 9, count: 512)),
        ]
        #expect(try files(sample.bytes, chunk: size) == expected)
        #expect(try files(sample.bytes + [1, 2, 3], chunk: size) == expected, "what follows the end is passed over")
    }

    @Test func endMayBeMissing() throws {
        #expect(try files(sample().bytes).count == 4)
        #expect(try files([]).isEmpty)
    }

    @Test func longNamesOfGNUAndPaxAreRead() throws {
        let name = String(repeating: "a", count: 300)
        var sample = TarSample()
        sample.add("././@LongLink", Array((name + "\0").utf8), type: "L")
        sample.add(name, [1])
        let record = "path=\(name)b\n"
        let length = record.utf8.count + 4
        sample.add("PaxHeaders/x", Array("20 mtime=1700000000\n\(length) \(record)".utf8), type: "x")
        sample.add("short", [2])
        sample.add("PaxHeaders/x", Array("20 mtime=1700000000\n".utf8), type: "x")
        sample.add("plain", [3])
        sample.add("global", Array("14 path=odd\n".utf8), type: "g")
        sample.add("last", [4])
        #expect(try files(sample.bytes).map(\.name) == [name, name + "b", "plain", "last"])
    }

    @Test func sizesOfBase256AreRead() throws {
        var sample = TarSample()
        sample.add("a", [])
        var bytes = sample.bytes
        bytes.replaceSubrange(124..<136, with: [0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3])
        bytes.seal()
        #expect(
            try files(bytes + [1, 2, 3] + [UInt8](repeating: 0, count: 509)) == [File(name: "a", bytes: [1, 2, 3])]
        )
    }

    @Test func faultsNameTheEntry() throws {
        var sample = TarSample()
        sample.add("a", Self.content)
        sample.add("b", Self.content)
        let second = sample.bytes.count / 2
        for end in [second + 1, second + 511, second + 512, second + 600, sample.bytes.count - 1] {
            #expect(throws: TarError(.cutOff, offset: second)) { try files(Array(sample.bytes[..<end])) }
        }
        for index in [0, 99, 130, 148, 156, 500] {
            var bytes = sample.bytes
            bytes[second + index] ^= 1
            #expect(throws: TarError(.damagedHeader, offset: second)) { try files(bytes) }
        }
        #expect(throws: TarError(.damagedHeader, offset: 0)) { try files(Array(repeating: 0x41, count: 600)) }
        var long = TarSample()
        long.add("x", [UInt8](repeating: 0x61, count: TarReader.mostNameBytes + 1), type: "L")
        #expect(throws: TarError(.longName, offset: 0)) { try files(long.bytes) }
    }

    @Test(arguments: ["77777777777", "zzzzzzzzzzz"])
    func sizeBeyondTheArchiveIsAFault(size: String) {
        var sample = TarSample()
        sample.add("a", [1], size: size)
        #expect(throws: TarError.self) { try files(sample.bytes) }
    }

    @Test func greatestSizeOfBase256DoesNotOverflow() {
        var sample = TarSample()
        sample.add("a", [1])
        var bytes = sample.bytes
        bytes.replaceSubrange(124..<136, with: Array(repeating: 0xFF, count: 12))
        bytes.seal()
        #expect(throws: TarError(.damagedHeader, offset: 0)) { try files(bytes) }
    }

    @Test func alteredArchivesNeverTrap() {
        var state: UInt64 = 42
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var sample = sample()
        sample.add("PaxHeaders/x", Array("20 mtime=1700000000\n12 path=odd\n".utf8), type: "x")
        sample.add("n", [1])
        for _ in 0..<600 {
            var bytes = sample.bytes
            for _ in 0...random(4) { bytes[random(bytes.count)] = UInt8(random(256)) }
            let header = random(bytes.count / 512) * 512
            bytes.seal(header)
            _ = try? files(Array(bytes[..<random(bytes.count)]), chunk: 1 + random(700))
        }
    }

    @Test func messagesSayWhatToDo() {
        #expect(TarError(.cutOff, offset: 512).description.contains("tar byte 512"))
        for kind in [TarError.Kind.cutOff, .damagedHeader, .longName] {
            #expect(TarError(kind, offset: 0).description.contains("pack it"))
        }
    }
}

extension [UInt8] {
    /// Makes the checksum of the header at an offset right.
    fileprivate mutating func seal(_ start: Int = 0) {
        guard start + 512 <= count else { return }
        for index in 148..<156 { self[start + index] = 0x20 }
        let sum = self[start..<start + 512].reduce(0) { $0 + Int($1) }
        for (index, byte) in (TarSample.octal(sum, digits: 6) + "\0 ").utf8.enumerated() {
            self[start + 148 + index] = byte
        }
    }
}
