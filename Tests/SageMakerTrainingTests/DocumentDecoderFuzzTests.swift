import Testing

@testable import SageMakerTraining

struct DocumentDecoderFuzzTests {
    /// Altered bytes, cut in chunks at random, give documents or an error of the user's data, and never a trap.
    @Test(arguments: [RecordFormat.csv, .jsonLines, .jsonArray, .blazingText, .recordIO], UInt64(1)...8)
    func alteredFilesNeverTrap(format: RecordFormat, seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for round in 0..<150 {
            var bytes = Self.bytes(format)
            for _ in 0..<random.below(4) {
                let index = random.below(bytes.count)
                bytes[index] = Self.marks[random.below(Self.marks.count)]
            }
            bytes = Array(bytes.prefix(bytes.count - random.below(3) * random.below(20)))
            do {
                try Self.decode(bytes, format, &random)
            } catch let error as TrainingError {
                #expect(error.fault == .user, "seed \(seed), round \(round): \(error)")
            }
        }
    }

    private static let marks: [UInt8] = Array("\"\\{}[],:\n\r a1\u{0}".utf8) + [0xFF, 0xC3]

    private static func bytes(_ format: RecordFormat) -> [UInt8] {
        guard format == .recordIO else { return Array(text(format).utf8) }
        return RecordIOSample.stream([text(.csv), text(.jsonLines), text(.blazingText)])
    }

    private static func text(_ format: RecordFormat) -> String {
        switch format {
        case .blazingText, .recordIO, .parquet:
            "__label__a um dois\n__label__b __label__c tr\u{EA}s\r\n\n__label__d quatro"
        case .csv: "id,text,label\n1,\"a, \"\"b\"\"\nc\",x\r\n2,é,y\n3,plain,\"z\"\n"
        case .jsonLines: "{\"text\":\"a \\\"b\\\"\",\"label\":\"x\"}\n{\"text\":\"\\u00e9\",\"label\":1.5}\n"
        case .jsonArray: "[{\"text\":\"a\\\\\",\"label\":true},\n {\"more\":[{},[1]],\"text\":null,\"label\":\"y\"}]"
        }
    }

    private static func decode(_ bytes: [UInt8], _ format: RecordFormat, _ random: inout SplitMix) throws {
        var decoder = format.decoder(DocumentColumns(), isConcatenated: random.below(2) == 0)
        var documents = DocumentCollector()
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = 1 + random.below(rest.count)
            try decoder.feed(Array(rest.prefix(count)), into: &documents)
            rest = rest.dropFirst(count)
        }
        try decoder.finish(into: &documents)
    }
}

/// The generator of Steele, Lea and Flood (2014), for tests that can be repeated.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `bound`; 0 for a bound of 0.
    mutating func below(_ bound: Int) -> Int {
        bound == 0 ? 0 : Int(next() % UInt64(bound))
    }
}
