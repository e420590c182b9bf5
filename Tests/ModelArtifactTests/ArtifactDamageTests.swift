import Dataset
import Testing
import TextClassification

@testable import ModelArtifact

struct ArtifactDamageTests {
    private let seed: UInt64 = 20_261_121
    private let folder: TemporaryFolder
    private let file: [UInt8]

    init() throws {
        folder = try TemporaryFolder()
        file = try SampleModel.train().encoded()
    }

    @Test func everyPrefixIsRefused() throws {
        for length in 0..<file.count {
            let refusal = try folder.refusal(of: Array(file[..<length]))
            let expected =
                length < 32
                ? "this is not a Carteiro model; train one with `carteiro train`"
                : "it has \(length) bytes in place of \(file.count); copy or train it again"
            #expect(refusal == expected, "length \(length)")
        }
    }

    @Test func bytesBehindTheEndAreRefused() throws {
        #expect(
            try folder.refusal(of: file + [0])
                == "it has \(file.count + 1) bytes in place of \(file.count); copy or train it again"
        )
    }

    @Test func everyChangedByteIsNoticed() throws {
        for index in file.indices {
            for change in [1 << UInt8(index % 8), 0xFF] as [UInt8] {
                var copy = file
                copy[index] ^= change
                let refusal = try folder.refusal(of: copy)
                #expect(refusal != nil, "byte \(index)")
            }
        }
    }

    @Test func damagedPartIsNamed() throws {
        let parts = ArtifactParts(file)
        for (index, part) in parts.sections.enumerated() where !part.bytes.isEmpty {
            var copy = file
            copy[Int(file.number(at: 32 + 32 * index + 8))] ^= 1
            #expect(
                try folder.refusal(of: copy)
                    == "the part \(part.section.rawValue) is damaged (its checksum differs); copy or train it again"
            )
        }
    }

    @Test func damagedGapIsNamed() throws {
        let end = Int(file.number(at: 40) + file.number(at: 48))
        try #require(end % 64 != 0)
        var copy = file
        copy[end] = 1
        #expect(
            try folder.refusal(of: copy)
                == "the part gap before labels is damaged (its checksum differs); copy or train it again"
        )
    }

    @Test func damagedHeaderIsNamed() throws {
        var copy = file
        copy[24] = 1
        #expect(
            try folder.refusal(of: copy)
                == "the part section table is damaged (its checksum differs); copy or train it again"
        )
    }

    /// A table with right checksums that says what can't be.
    @Test(arguments: [
        (40, UInt64(0), "the section metadata is not where it should be"),
        (40, UInt64.max, "the section metadata is not where it should be"),
        (48, UInt64.max, "the section metadata is not where it should be"),
        (48, UInt64(1) << 63, "the section metadata is not where it should be"),
        (72, UInt64(0), "the section labels is not where it should be"),
        (64, UInt64(0x61_7461_6461_7465_6D), "the section metadata stands twice"),
        (64, UInt64(0x0A1B_0A1B_0A1B_0A1B), "it names a section that is not known"),
    ])
    func tableThatDoesNotFitIsRefused(offset: Int, number: UInt64, reason: String) throws {
        var copy = file
        copy.set(number, at: offset)
        #expect(
            try folder.refusal(of: copy.resealed())
                == "the part section table is malformed: \(reason); train the model again"
        )
    }

    @Test(arguments: [UInt32.max, 1_000, 0])
    func numberOfSectionsThatDoesNotFitIsRefused(_ count: UInt32) throws {
        var copy = file
        copy.set(count, at: 12)
        #expect(try folder.refusal(of: copy)?.hasPrefix("the part section table is damaged") == true)
    }

    @Test func bytesThatNoSectionHoldsAreRefused() throws {
        var copy = file + [0, 0]
        copy.set(UInt64(copy.count), at: 16)
        #expect(
            try folder.refusal(of: copy.resealed())
                == "the part section table is malformed: the sections don't fill the file; train the model again"
        )
    }

    /// Any bytes with right checksums: they are refused, or make a classifier that answers without a trap.
    @Test func changedSectionsNeverTrap() throws {
        print("artifact fuzz seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let bases = [file, try SampleModel.trainWithForms().encoded()].map(ArtifactParts.init)
        var accepted = 0
        for round in 0..<1_500 {
            var parts = bases[round % 2]
            for _ in 0...generator.below(3) { parts.change(using: &generator) }
            guard let model = try? folder.open(parts.encoded()) else { continue }
            accepted += 1
            let predictions = model.classifier.predict(SampleModel.texts)
            let all = predictions.flatMap(\.probabilities)
            #expect(all.allSatisfy { $0.isFinite && $0 >= 0 }, "seed \(seed), round \(round)")
        }
        #expect(accepted > 50)
    }
}

extension ArtifactParts {
    /// Changes, removes or inserts a byte of one section, or puts a telling one in its place.
    fileprivate mutating func change(using generator: inout SeededGenerator) {
        let section = sections[generator.below(sections.count)].section
        guard var bytes = self[section], !bytes.isEmpty else { return }
        let index = generator.below(bytes.count)
        switch generator.below(6) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(UInt8(generator.below(256)), at: index)
        case 2: bytes.removeLast(min(bytes.count, 4))
        case 3: bytes[index] = [0, 1, 0x7F, 0x80, 0xFF][generator.below(5)]
        case 4: bytes[index] ^= 1 << UInt8(generator.below(8))
        default: bytes += bytes.suffix(4)
        }
        self[section] = bytes
    }
}
