import Testing

@testable import ModelArtifact

/// A change to one section of a good artifact, whose checksums are right, and the line that answers it.
struct MalformedSection: Sendable, CustomTestStringConvertible {
    var section: ArtifactSection
    var reason: String
    var change: @Sendable (inout ArtifactParts) -> Void

    init(_ section: ArtifactSection, _ reason: String, _ change: @escaping @Sendable (inout ArtifactParts) -> Void) {
        self.section = section
        self.reason = reason
        self.change = change
    }

    /// The section's bytes take the place of what is there.
    init(_ section: ArtifactSection, _ reason: String, bytes: [UInt8]) {
        self.init(section, reason) { $0[section] = bytes }
    }

    /// One text in a section of JSON or terms takes the place of another.
    init(_ section: ArtifactSection, _ reason: String, replacing old: String, by new: String) {
        self.init(section, reason) { $0.replace(old, by: new, in: section) }
    }

    var testDescription: String { "\(section.rawValue): \(reason)" }
}

struct MalformedSectionTests {
    private let folder: TemporaryFolder
    private let parts: ArtifactParts

    init() throws {
        folder = try TemporaryFolder()
        parts = ArtifactParts(try SampleModel.train().encoded())
    }

    @Test(arguments: settings + texts + numbers)
    func malformedSectionIsRefusedInOneLine(_ fault: MalformedSection) throws {
        var parts = parts
        fault.change(&parts)
        #expect(
            try folder.refusal(of: parts.encoded())
                == "the part \(fault.section.rawValue) is malformed: \(fault.reason); train the model again"
        )
    }

    @Test(arguments: forests)
    func malformedForestIsRefusedInOneLine(_ fault: MalformedSection) throws {
        var parts = parts
        fault.change(&parts)
        #expect(
            try folder.refusal(of: parts.encoded())
                == "the part forest is malformed: \(fault.reason); train the model again"
        )
    }

    @Test func missingSectionIsNamed() throws {
        for (section, _) in parts.sections where section != .leafDraws {
            var fewer = parts
            fewer[section] = nil
            let refusal = try #require(try folder.refusal(of: fewer.encoded()))
            // Where words of 16 bits are missing, words of 32 bits are looked for.
            let name = section.rawValue.replacing("16", with: "32")
            #expect(refusal == "the part \(name) is missing; train the model again")
        }
    }

    @Test func sectionThatStandsTwiceIsRefused() throws {
        for (section, bytes) in parts.sections {
            var more = parts
            more.append(section, bytes)
            #expect(
                try folder.refusal(of: more.encoded())
                    == "the part section table is malformed: the section \(section.rawValue) stands twice; "
                    + "train the model again"
            )
        }
    }

    @Test func noSectionAtAllIsRefused() throws {
        #expect(
            try folder.refusal(of: ArtifactWriter().encoded()) == "the part metadata is missing; train the model again"
        )
    }

    @Test func labelsThatAreEqualAreRefused() throws {
        var parts = parts
        parts.replace("entrega", by: "troca", in: .labels)
        #expect(
            try folder.refusal(of: parts.encoded())
                == "the model's parts don't belong together: two labels are equal; train the model again"
        )
    }
}

extension MalformedSectionTests {
    private static let facts = "the facts about the training are incomplete"
    private static let analyzer = "the analyzer's settings are incomplete"
    private static let vectorizer = "the vectorizer's settings are incomplete"

    static let settings: [MalformedSection] = [
        MalformedSection(
            .metadata,
            "JSON line 1, column 1 (byte 0): expected a value, found the end of the text",
            bytes: []
        ),
        MalformedSection(.metadata, facts, bytes: Array("{}".utf8)),
        MalformedSection(.metadata, facts, bytes: Array("[1]".utf8)),
        MalformedSection(.metadata, facts, replacing: "\"top_k\":3", by: "\"top_k\":0"),
        MalformedSection(.metadata, facts, replacing: "\"top_k\":3", by: "\"top_k\":1e300"),
        MalformedSection(.metadata, facts, replacing: "[4,4,4]", by: "[4,4]"),
        MalformedSection(.metadata, facts, replacing: "[4,4,4]", by: "[4,-4,4]"),
        MalformedSection(.metadata, facts, replacing: "[4,4,4]", by: "[4,\"4\",4,4]"),
        MalformedSection(.metadata, facts, replacing: "\"documents\":12", by: "\"documents\":-12"),
        MalformedSection(.metadata, analyzer, replacing: "\"pt\"", by: "\"xx\""),
        MalformedSection(.metadata, analyzer, replacing: "},\"language\":\"pt\"", by: "},\"language\":\"xx\""),
        MalformedSection(.metadata, analyzer, replacing: "},\"language\":\"pt\"", by: "},\"tongue\":\"pt\""),
        MalformedSection(.metadata, analyzer, replacing: "[\"o\",\"de\"]", by: "[\"o\",1]"),
        MalformedSection(.metadata, analyzer, replacing: "[\"o\",\"de\"]", by: "\"some\""),
        MalformedSection(.metadata, analyzer, replacing: "[\"bom dia\",\"\"]", by: "[\"bom dia\"]"),
        MalformedSection(.metadata, analyzer, replacing: "\"fold_accents\":true", by: "\"fold_accents\":1"),
        MalformedSection(.metadata, vectorizer, replacing: "[1,2]", by: "[2,1]"),
        MalformedSection(.metadata, vectorizer, replacing: "[1,2]", by: "[1,6]"),
        MalformedSection(.metadata, vectorizer, replacing: "[1,2]", by: "[1,2,\"x\"]"),
        MalformedSection(.metadata, vectorizer, replacing: "[1,2]", by: "[1,9223372036854775807]"),
        MalformedSection(.metadata, vectorizer, replacing: "\"sublinear_tf\":true", by: "\"sublinear_tf\":null"),
    ]

    static let texts: [MalformedSection] = [
        MalformedSection(.labels, "it is not a list of texts", bytes: Array("{}".utf8)),
        MalformedSection(.labels, "it is not a list of texts", bytes: Array("[\"a\",\"b\",3]".utf8)),
        MalformedSection(
            .labels,
            "JSON line 1, column 3 (byte 2): the bytes are not UTF-8; send the text as UTF-8",
            bytes: [0x5B, 0x22, 0xFF, 0x22, 0x5D]
        ),
        MalformedSection(.metadata, facts) { $0.replace("[", by: "[\"a\",", in: .labels) },
        MalformedSection(.metadata, facts) { $0[.labels] = Array("[]".utf8) },
        MalformedSection(.terms, term(0), bytes: [0x0A]),
        MalformedSection(.terms, term(0), bytes: [0xFF, 0x0A]),
        MalformedSection(.terms, term(19)) { $0[.terms]?.removeLast() },
        MalformedSection(.terms, "the vocabulary is not in ascending order at a") { $0[.terms]? += Array("a\n".utf8) },
        MalformedSection(.idf, weights(21)) { $0[.terms]? += Array("zzz\n".utf8) },
        MalformedSection(.idf, weights(0)) { $0[.terms] = [] },
    ]

    static let numbers: [MalformedSection] = [
        MalformedSection(.idf, "its length is no multiple of 4 bytes") { $0[.idf]?.removeLast() },
        MalformedSection(.idf, "19 weights don't fit 20 terms, or one is not a positive number") {
            $0[.idf]?.removeLast(4)
        },
        MalformedSection(.idf, weights(20)) { $0[.idf]?.set(Float.nan.bitPattern, at: 0) },
        MalformedSection(.idf, weights(20)) { $0[.idf]?.set(Float.infinity.bitPattern, at: 4) },
        MalformedSection(.idf, weights(20)) { $0[.idf]?.set((-1 as Float).bitPattern, at: 8) },
        MalformedSection(.idf, weights(20)) { $0[.idf]?.set((0 as Float).bitPattern, at: 76) },
        MalformedSection(.treeStarts, "its length is no multiple of 4 bytes") { $0[.treeStarts]?.append(0) },
        MalformedSection(.mixtureOffsets, "its length is no multiple of 4 bytes") { $0[.mixtureOffsets]?.append(0) },
        MalformedSection(.mixtureClasses, "its length is no multiple of 4 bytes") { $0[.mixtureClasses]?.append(0) },
        MalformedSection(.mixtureProbabilities, "its length is no multiple of 4 bytes") {
            $0[.mixtureProbabilities]?.append(0)
        },
    ]

    static let forests: [MalformedSection] = [
        MalformedSection(.treeStarts, "its trees don't cover its steps", bytes: []),
        MalformedSection(.treeStarts, "its trees don't cover its steps", bytes: [0, 0, 0, 0]),
        MalformedSection(.treeStarts, "a tree has no steps") { $0[.treeStarts]?.set(UInt32.max, at: 4) },
        MalformedSection(.steps5, "its steps are cut short") { $0[.steps5]?.removeLast() },
        MalformedSection(.steps5, "a step asks for a feature that does not exist") {
            $0[.steps5]?.set(UInt16.max, at: 0)
        },
        MalformedSection(.steps5, "a right turn leads out of its tree") { $0[.steps5]?.set(UInt16.max, at: 3) },
        MalformedSection(.steps5, "a right turn leads out of its tree") { $0[.steps5]?.set(UInt16(0x8000), at: 3) },
        MalformedSection(.steps5, "a leaf does not exist") { $0[.steps5]?.set(UInt16(0x7FFF), at: 3) },
        MalformedSection(.leafDraws, "its leaves and their numbers of draws don't match", bytes: []),
        MalformedSection(.leafDraws, "its leaves and their numbers of draws don't match") {
            $0[.leafDraws]?.removeLast()
        },
        MalformedSection(.leafDraws, "its leaves and their numbers of draws don't match") { $0[.leafDraws]?.append(1) },
        MalformedSection(.mixtureOffsets, "its mixtures are cut short", bytes: []),
        MalformedSection(.mixtureOffsets, "a mixture has a negative length") {
            $0[.mixtureOffsets]?.set(UInt32.max, at: 4)
        },
        MalformedSection(.mixtureClasses, "a mixture has a class or probability out of range") {
            $0[.mixtureClasses]?.set(UInt32.max, at: 0)
        },
        MalformedSection(.mixtureProbabilities, "a mixture has a class or probability out of range") {
            $0[.mixtureProbabilities]?.set(Float.nan.bitPattern, at: 0)
        },
        MalformedSection(.mixtureProbabilities, "a mixture has a class or probability out of range") {
            $0[.mixtureProbabilities]?.set((1.5 as Float).bitPattern, at: 0)
        },
    ]

    private static func term(_ number: Int) -> String {
        "term \(number) of the vocabulary is empty, holds a line feed, is not UTF-8 or is cut short"
    }

    private static func weights(_ terms: Int) -> String {
        "20 weights don't fit \(terms) terms, or one is not a positive number"
    }
}
