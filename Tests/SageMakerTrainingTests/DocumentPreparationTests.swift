import Dataset
import Testing

@testable import SageMakerTraining

struct DocumentPreparationTests {
    static let documents = LabeledDocuments(
        texts: ["um", "dois", "tres", "um", "quatro", "um", "um texto comprido demais", "cinco"],
        labels: ["a", "a", "b", "a", "b", "c", "a", "d"]
    )

    @Test func nothingIsChangedByDefault() throws {
        let prepared = try prepare { _ in }
        #expect(prepared.training == Self.documents)
        #expect(prepared.validation == nil && prepared.notes.isEmpty)
    }

    @Test func otherLabelsAreLeftOutOrRenamed() throws {
        let validation = LabeledDocuments(texts: ["x", "y"], labels: ["a", "z"])
        let dropped = try prepare(validation) { $0.keptLabels = ["a", "b", "zz"] }
        #expect(dropped.training.labels == ["a", "a", "b", "a", "b", "a"])
        #expect(dropped.validation?.labels == ["a"])
        #expect(
            dropped.notes == [
                "keep_labels: no document has the label \"zz\"", "keep_labels: 2 of 8 documents are left out",
            ]
        )
        let renamed = try prepare(validation) {
            $0.keptLabels = ["a", "b"]
            $0.otherLabel = "Outro"
        }
        #expect(renamed.training.labels == ["a", "a", "b", "a", "b", "Outro", "a", "Outro"])
        #expect(renamed.validation?.labels == ["a", "Outro"])
        #expect(renamed.notes == ["keep_labels: 2 documents get the label \"Outro\""])
    }

    @Test func rareLabelsAreLeftOutOrRenamed() throws {
        let validation = LabeledDocuments(texts: ["x", "y"], labels: ["c", "c"])
        let dropped = try prepare(validation) { $0.minLabelCount = 2 }
        #expect(dropped.training.labels == ["a", "a", "b", "a", "b", "a"])
        #expect(dropped.validation == nil)
        #expect(dropped.notes.last == "no document is left to measure with")
        let renamed = try prepare(validation) {
            $0.minLabelCount = 3
            $0.otherLabel = "d"
        }
        #expect(renamed.training.labels == ["a", "a", "d", "a", "d", "d", "a", "d"])
        #expect(renamed.validation?.labels == ["d", "d"])
    }

    @Test func duplicatesNeedTheSameTextAndLabel() throws {
        let prepared = try prepare { $0.dropsDuplicates = true }
        #expect(prepared.training.texts == ["um", "dois", "tres", "quatro", "um", "um texto comprido demais", "cinco"])
        #expect(prepared.training.labels == ["a", "a", "b", "b", "c", "a", "d"])
        #expect(prepared.notes == ["drop_duplicates: 1 of 8 documents are left out"])
    }

    @Test(arguments: [TextLengthLimit.characters(6), .deviations(2)])
    func longTextsAreLeftOut(limit: TextLengthLimit) throws {
        let prepared = try prepare { $0.maxTextLength = limit }
        #expect(prepared.training.count == 7)
        #expect(!prepared.training.texts.contains("um texto comprido demais"))
    }

    @Test func charactersAreCountedAndNotBytes() throws {
        let prepared = try prepare(of: LabeledDocuments(texts: ["\u{E9}\u{E9}", "abc"], labels: ["a", "b"])) {
            $0.maxTextLength = .characters(3)
        }
        #expect(prepared.training.count == 2)
    }

    @Test func deviationsAreThoseOfAllTexts() {
        #expect(TextLengthLimit.deviations(2).characters(of: [2, 4, 4, 4, 5, 5, 7, 9]) == 9)
    }

    @Test func sampleKeepsTheOrderAndDependsOnTheSeed() throws {
        let many = LabeledDocuments(texts: (0..<100).map { "\($0)" }, labels: (0..<100).map { "\($0 % 2)" })
        let samples = try (UInt64(1)...3).map { seed in
            try prepare(of: many, seed: seed) { $0.sampleFraction = 0.25 }.training
        }
        for sample in samples {
            let numbers = sample.texts.compactMap { Int($0) }
            #expect(numbers.count == 25 && numbers == numbers.sorted())
        }
        #expect(samples[0] != samples[1] && samples[1] != samples[2])
        #expect(try prepare(of: many, seed: 1) { $0.sampleFraction = 0.25 }.training == samples[0])
    }

    @Test func validationChannelComesBeforeTheFraction() throws {
        let validation = LabeledDocuments(texts: ["x"], labels: ["a"])
        let prepared = try prepare(validation) { $0.validationFraction = 0.5 }
        #expect(prepared.training == Self.documents && prepared.validation == validation)
        #expect(prepared.notes == ["validation_fraction is passed over, since there is a validation channel"])
    }

    @Test func otherLabelAloneIsMentioned() throws {
        let notes = try prepare { $0.otherLabel = "x" }.notes
        #expect(notes == ["other_label is passed over, since neither keep_labels nor min_label_count is set"])
    }

    @Test func stepThatLeavesNothingIsReported() {
        let error = #expect(throws: TrainingError.self) { try prepare { $0.keptLabels = ["x", "y"] } }
        #expect(
            error?.description
                == "hyperparameter keep_labels (\"x, y\") keeps none of 8 documents; check it against the data"
        )
        #expect(error?.fault == .user)
    }

    @Test func oneLabelThatIsLeftIsReported() {
        let error = #expect(throws: TrainingError.self) { try prepare { $0.minLabelCount = 3 } }
        #expect(
            error?.description == "after the labels were prepared: all 4 documents have the label \"a\"; "
                + "give documents of at least two labels"
        )
    }

    private func prepare(
        of documents: LabeledDocuments = documents,
        _ validation: LabeledDocuments? = nil,
        seed: UInt64 = 0,
        _ change: (inout PreparationParameters) -> Void
    ) throws -> PreparedDocuments {
        var parameters = PreparationParameters()
        change(&parameters)
        return try DocumentPreparation(documents, validation: validation, parameters: parameters, seed: seed).prepared()
    }
}

struct StratifiedSplitTests {
    /// For documents at random: each label gives its share, equal texts stay together, and no label is used up.
    @Test(arguments: UInt64(1)...20)
    func rulesHold(seed: UInt64) {
        var random = SplitMix(state: seed)
        let count = 50 + random.below(200)
        let kinds = 1 + random.below(300)
        let documents = LabeledDocuments(
            texts: (0..<count).map { _ in "text \(random.below(kinds))" },
            labels: (0..<count).map { _ in "label \(random.below(4))" }
        )
        let generator = SeededGenerator(seed: seed)
        let isHeldOut = StratifiedSplit(fraction: 0.25).heldOut(of: documents, random: generator)
        #expect(isHeldOut == StratifiedSplit(fraction: 0.25).heldOut(of: documents, random: generator), "seed \(seed)")
        for label in Set(documents.labels) {
            let sides = documents.labels.indices.filter { documents.labels[$0] == label }.map { isHeldOut[$0] }
            #expect(sides.count(where: \.self) <= Int((Double(sides.count) * 0.25).rounded()), "seed \(seed)")
            #expect(sides.contains(false), "seed \(seed)")
        }
        for text in Set(documents.texts) {
            let sides = Set(documents.texts.indices.filter { documents.texts[$0] == text }.map { isHeldOut[$0] })
            #expect(sides.count == 1, "seed \(seed)")
        }
    }

    @Test func sharesAreExactWhereTextsDiffer() {
        let documents = LabeledDocuments(
            texts: (0..<110).map { "\($0)" },
            labels: (0..<110).map { $0 < 100 ? "a" : "b" }
        )
        let isHeldOut = StratifiedSplit(fraction: 0.2).heldOut(of: documents, random: SeededGenerator(seed: 7))
        #expect(isHeldOut[..<100].count(where: \.self) == 20)
        #expect(isHeldOut[100...].count(where: \.self) == 2)
    }

    @Test func labelKeepsADocumentToLearnFrom() {
        let documents = LabeledDocuments(texts: ["1", "2", "3"], labels: ["a", "a", "b"])
        let isHeldOut = StratifiedSplit(fraction: 0.99).heldOut(of: documents, random: SeededGenerator(seed: 7))
        #expect(isHeldOut.count(where: \.self) == 1 && !isHeldOut[2])
    }
}
