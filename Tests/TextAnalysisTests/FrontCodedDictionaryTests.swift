import Testing

@testable import TextAnalysis

struct FrontCodedDictionaryTests {
    private let head = "SMFC1".bytes

    private func entries(_ bytes: [UInt8]) throws -> [String] {
        try FrontCodedDictionary.entries(of: bytes, location: "pt.smfc").map {
            String($0.form) + ">" + String($0.lemma)
        }
    }

    @Test func entriesShareTheirBeginnings() throws {
        // "casa" as itself, "casas" cut by one, "casado" as literal, "casados" as the one before.
        var bytes: [UInt8] = head + [0, 4, 0, 4] + "casa".bytes
        bytes += [0, 0, 4, 1] + "s".bytes
        bytes += [1, 0, 4, 2] + "do".bytes
        bytes += [255, 5] + "casar".bytes
        bytes += [6, 1] + "s".bytes + [254]
        #expect(try entries(bytes) == ["casa>casa", "casas>casa", "casado>casar", "casados>casar"])
    }

    @Test func aReversedDictionaryIsTurnedBack() throws {
        let bytes: [UInt8] = head + [1, 1, 0, 5] + "sasac".bytes + [255, 4] + "asac".bytes
        #expect(try entries(bytes) == ["casas>casa"])
    }

    /// What follows the magic, and what is wrong with it.
    private static let damaged: [(bytes: [UInt8], reason: String)] = [
        ([0, 1], "holds 0 entries, but announces 1 (byte 7)"),
        ([0, 1, 3, 0, 0, 0], "shares 3 bytes with a shorter form (byte 8)"),
        ([0, 1, 0, 9, 65], "ends inside an entry (byte 9)"),
        ([0, 1, 0, 1, 65, 7, 0], "cuts 7 bytes off a shorter form (byte 12)"),
        ([0, 255, 255, 255, 255, 255, 1], "has a number of more than five bytes (byte 11)"),
        ([0, 255, 255, 255, 127], "holds 268435455 entries, more than 8000000 (byte 10)"),
    ]

    @Test(arguments: damaged)
    func damageIsNamed(bytes: [UInt8], reason: String) {
        let error = #expect(throws: TextAnalysisError.self) { try entries(head + bytes) }
        #expect(
            error?.description
                == "dictionary pt.smfc: \(reason); download the package again and compare its checksum"
        )
    }
}
