import RandomForest
import Testing
import TextClassification

@testable import ModelArtifact

/// A model folder that several machines have written.
struct ModelFolderTests {
    private let folder: TemporaryFolder
    private let whole: Model

    init() throws {
        folder = try TemporaryFolder()
        whole = try SampleModel.train()
    }

    /// Parts of the sample's four trees: the number of each machine's trees, and of those how many are there.
    private func write(_ sizes: [Int], kept: [Int]? = nil, training: UInt64 = 7) throws {
        var first = 0
        for (index, size) in sizes.enumerated() {
            let share = ForestShare(
                index: index,
                count: sizes.count,
                firstTree: first,
                treesAskedFor: size,
                training: training
            )
            let forest = try SampleModel.forest(first..<first + (kept?[index] ?? size))
            let path = folder.path + "/" + ModelFiles.partName(host: "algo-\(index + 1)")
            if index == 0 {
                var model = whole
                model.classifier = try model.classifier.with(forest)
                try model.write(to: path, as: share)
            } else {
                try ForestPart(forest: forest, share: share).write(to: path)
            }
            first += size
        }
    }

    private func refusal() -> String? {
        do {
            _ = try Model.open(folder: folder.path)
            return nil
        } catch {
            return error.description
        }
    }

    @Test(arguments: [[4], [2, 2], [1, 3], [1, 1, 2], [1, 1, 1, 1]])
    func partsMakeTheModelOfOneMachine(sizes: [Int]) throws {
        try write(sizes)
        let model = try Model.open(folder: folder.path)
        #expect(model.encoded() == whole.encoded())
        #expect(model.metadata.treesAskedFor == nil)
    }

    @Test func stoppedPartsSayHowManyTreesThereShouldBe() throws {
        try write([2, 2], kept: [1, 1])
        let model = try Model.open(folder: folder.path)
        #expect(model.trees == 2 && model.metadata.treesAskedFor == 4)
        #expect(try folder.open(model.encoded()).metadata.treesAskedFor == 4)
    }

    @Test func wholeModelIsOpenedAsBefore() throws {
        try folder.write(whole.encoded())
        #expect(try Model.open(folder: folder.path).encoded() == whole.encoded())
        #expect(ModelFiles(folder: folder.path).paths == [folder.model])
    }

    @Test func emptyFolderIsNamedByItsModel() {
        #expect(refusal() == "model file carteiro.model: can't be opened: No such file or directory")
        #expect(ModelFiles(folder: folder.path).paths.isEmpty)
    }

    @Test(arguments: [0, 1, 2])
    func missingPartIsNamed(index: Int) throws {
        try write([1, 1, 2])
        try folder.remove("forest-algo-\(index + 1).part")
        #expect(refusal()?.contains("part \(index + 1) of 3 is missing") == true, "\(refusal() ?? "")")
    }

    @Test(arguments: [1, 2])
    func doubledPartIsNamed(number: Int) throws {
        try write([2, 2])
        try folder.write(folder.read("forest-algo-\(number).part"), to: "forest-other.part")
        #expect(
            refusal()
                == "model file forest-other.part: it holds the same trees as forest-algo-\(number).part; keep one of the two"
                || refusal()
                    == "model file forest-algo-\(number).part: it holds the same trees as forest-other.part; keep one of the two"
        )
    }

    @Test func partOfAnotherTrainingIsNamed() throws {
        try write([2, 2], training: 8)
        let other = try folder.read("forest-algo-2.part")
        try write([2, 2])
        try folder.write(other, to: "forest-algo-2.part")
        #expect(refusal()?.hasPrefix("model file forest-algo-2.part: it is of another training") == true)
        try write([1, 1, 2])
        let third = try folder.read("forest-algo-3.part")
        try write([2, 2])
        try folder.write(third, to: "forest-algo-3.part")
        #expect(refusal()?.hasPrefix("model file forest-algo-3.part: it is of another training") == true)
    }

    @Test func partsOfOtherSizesAreRefused() throws {
        try write([1, 3])
        let second = try folder.read("forest-algo-2.part")
        try write([2, 2])
        try folder.write(second, to: "forest-algo-2.part")
        #expect(refusal()?.contains("don't follow those of the part before") == true)
    }

    @Test func wholeModelBesidePartsIsRefused() throws {
        try write([2, 2])
        try folder.write(whole.encoded())
        #expect(refusal()?.contains("also holds the part forest-algo-1.part of another model") == true)
    }

    @Test func damagedPartIsRefused() throws {
        try write([2, 2])
        let good = try folder.read("forest-algo-2.part")
        for index in stride(from: 0, to: good.count, by: 7) {
            var bytes = good
            bytes[index] ^= 0x55
            try folder.write(bytes, to: "forest-algo-2.part")
            #expect(refusal() != nil, "byte \(index)")
        }
        try folder.write(Array(good.dropLast(9)), to: "forest-algo-2.part")
        #expect(refusal()?.contains("forest-algo-2.part") == true)
    }

    @Test func partAloneIsNoModel() throws {
        try write([2, 2])
        for host in ["algo-1", "algo-2"] {
            #expect(throws: ArtifactError.self) { try Model.open(path: "\(folder.path)/forest-\(host).part") }
        }
        try folder.write(folder.read("forest-algo-1.part"), to: ArtifactFormat.fileName)
        #expect(
            try folder.refusal(of: folder.read())
                == "it holds a part of a forest; give the folder with the parts of all machines"
        )
    }

    @Test(arguments: [
        (#""index":1"#, #""index":2"#), (#""index":1"#, #""index":-1"#), (#""count":2"#, #""count":0"#),
        (#""count":2"#, #""count":99999999"#), (#""first_tree":2"#, #""first_tree":-2"#),
        (#""first_tree":2"#, #""first_tree":9223372036854775807"#), (#""training":"7""#, #""training":"x""#),
        (#""classes":3"#, #""classes":0"#), (#""classes":3"#, #""classes":9223372036854775807"#),
        (#""classes":3"#, #""classes":2"#), (#""features":20"#, #""features":99999999999"#),
        (#""features":20"#, #""features":1"#), (#""part""#, #""Part""#),
        (#""trees_asked_for":2"#, #""trees_asked_for":1"#), (#""trees_asked_for":2"#, #""trees_asked_for":-1"#),
    ])
    func malformedShareIsRefused(old: String, new: String) throws {
        try write([2, 2])
        var parts = ArtifactParts(try folder.read("forest-algo-2.part"))
        let before = parts[.metadata]
        parts.replace(old, by: new, in: .metadata)
        #expect(parts[.metadata] != before, "\(String(decoding: before ?? [], as: UTF8.self))")
        try folder.write(parts.encoded(), to: "forest-algo-2.part")
        #expect(refusal() != nil)
    }

    @Test(arguments: [
        ("forest-algo-1.part", true), ("forest-a.part", true), ("forest-.part", false), ("forest-a", false),
        (".forest-a.part.partial-3", false), ("carteiro.model", false),
    ])
    func partsAreKnownByTheirNames(name: String, isPart: Bool) {
        #expect(ModelFiles.isPart(name) == isPart)
    }
}

extension TextClassifier {
    fileprivate func with(_ forest: Forest) throws -> TextClassifier {
        try TextClassifier(analyzerState: analyzerState, vectorizer: vectorizer, forest: forest, labels: labels)
    }
}
