import Dataset
import Testing

@testable import RandomForest

/// Walks side by side against walks by the definition, step by step, on drawn forests that no training would grow.
struct ForestWalkTests {
    /// A form by what is too large for a narrower one: features from 2^16 on, targets from 2^15 on.
    struct Form {
        let features: Int
        let greatestTarget: Int
    }

    static let forms = [40, 70_000].flatMap { features in
        [9, 40_000].map { Form(features: features, greatestTarget: $0) }
    }
    /// Four classes and six mixtures of two each, whose parts round differently in another order.
    private static let (classes, leaves) = (4, 10)

    /// Draws a tree: spines whose lengths are around one or two scans, with right turns to spines behind and to leaves.
    private static func tree(_ generator: inout SeededGenerator, features: Int, spines: Int) -> [Step] {
        let lengths = (0..<spines).map { _ in generator.below(2 * Forest.stepsAtOnce + 4) }
        var starts = [0]
        for length in lengths { starts.append(starts[starts.count - 1] + length + 1) }
        var steps: [Step] = []
        for (spine, length) in lengths.enumerated() {
            for _ in 0..<length {
                let leadsOn = spine + 1 < spines && generator.below(2) == 0
                steps.append(
                    Step(
                        feature: generator.below(3) == 0 ? generator.below(features) : generator.below(8),
                        level: UInt8(generator.below(4)),
                        target: leadsOn
                            ? .spine(starts[spine + 1 + generator.below(spines - spine - 1)])
                            : .leaf(generator.below(leaves))
                    )
                )
            }
            steps.append(Step(feature: features, level: 0, target: .leaf(generator.below(leaves))))
        }
        return steps
    }

    private static func forest(_ trees: [[Step]], _ form: Form) throws -> Forest {
        let stepForm = StepForm(features: form.features, greatestTarget: form.greatestTarget)
        var bytes: [UInt8] = []
        for step in trees.joined() { stepForm.append(step, to: &bytes) }
        var starts: [UInt32] = [0]
        for tree in trees { starts.append(starts[starts.count - 1] + UInt32(tree.count)) }
        return try Forest(
            classes: classes,
            features: form.features,
            treeStarts: FrozenArray(starts),
            steps: StepArray(bytes: FrozenArray(bytes), width: stepForm.width),
            mixtureOffsets: FrozenArray([0, 2, 4, 6, 8, 10, 12]),
            mixtureClasses: FrozenArray([0, 1, 1, 2, 2, 3, 3, 0, 0, 2, 1, 3]),
            mixtureProbabilities: FrozenArray([0.1, 0.9, 0.3, 0.7, 0.6, 0.4, 0.2, 0.8, 0.15, 0.85, 0.45, 0.55])
        )
    }

    /// A document of drawn levels, most of them of the features that trees ask for most; sometimes empty.
    private static func document(_ generator: inout SeededGenerator, features: Int) -> SparseVector {
        let drawn = (0..<generator.below(9)).map { _ in
            UInt32(generator.below(2) == 0 ? generator.below(8) : generator.below(features))
        }
        let indices = Set(drawn).sorted()
        // The squares of levels / 255, so that some are just those of the steps.
        return SparseVector(
            indices: indices,
            values: indices.map { _ in
                let level = Float(generator.below(5)) / 255
                return level * level
            }
        )
    }

    private static func votes(_ forest: Forest, _ trees: [[Step]], _ document: SparseVector) -> [Float] {
        var levels = [UInt8](repeating: 0, count: forest.features + 1)
        for (feature, value) in zip(document.indices, document.values) {
            levels[Int(feature)] = FeatureLevel.level(of: value)
        }
        levels[forest.features] = 255
        var sums = [Float](repeating: 0, count: forest.classes)
        for tree in trees {
            var step = 0
            var leaf: Int?
            while leaf == nil {
                guard levels[tree[step].feature] > tree[step].level else {
                    step += 1
                    continue
                }
                switch tree[step].target {
                case .leaf(let found): leaf = found
                case .spine(let spine): step = spine
                }
            }
            guard let leaf else { continue }
            if leaf < forest.classes {
                sums[leaf] += 1
            } else {
                for part in 2 * (leaf - forest.classes)..<2 * (leaf - forest.classes) + 2 {
                    sums[Int(forest.mixtureClasses[part])] += forest.mixtureProbabilities[part]
                }
            }
        }
        return sums.map { $0 / Float(trees.count) }
    }

    private func expectVotes(_ trees: [[Step]], _ generator: inout SeededGenerator, _ form: Form) throws {
        let forest = try Self.forest(trees, form)
        var levels = DocumentLevels(for: forest)
        var probabilities = [Float](repeating: 9, count: forest.classes)
        for _ in 0..<25 {
            let document = Self.document(&generator, features: form.features)
            levels.load(document)
            forest.predict(levels, into: &probabilities)
            let expected = Self.votes(forest, trees, document)
            #expect(probabilities == expected, "\(document), \(trees.count) trees of \(forest.steps.count) steps")
        }
    }

    @Test(arguments: forms, [1, 2, 7, 63, 64, 65, 127, 128, 129, 300])
    func walksSideBySideAreWalksByTheDefinition(_ form: Form, trees: Int) throws {
        var generator = SeededGenerator(seed: UInt64(form.features + form.greatestTarget + trees))
        let trees = (0..<trees).map { _ in
            let spines = 1 + generator.below(generator.below(4) == 0 ? 12 : 3)
            return Self.tree(&generator, features: form.features, spines: spines)
        }
        try expectVotes(trees, &generator, form)
    }

    /// Where scans would read beyond the array: trees of a step or two, behind one that is larger or alone.
    @Test(arguments: forms, 1...12)
    func smallTreesAtTheEndToo(_ form: Form, count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(form.features + form.greatestTarget + count))
        let end = Step(feature: form.features, level: 0, target: .leaf(Self.leaves - 1))
        let turn = Step(feature: 3, level: 2, target: .leaf(1))
        for small in [[end], [turn, end]] {
            let trees = [[Step]](repeating: small, count: count)
            try expectVotes(trees, &generator, form)
            let large = Self.tree(&generator, features: form.features, spines: 9)
            try expectVotes([large] + trees, &generator, form)
        }
    }

    /// Turns around the greatest offset that rows can hold, by a feature that most trees ask for.
    @Test(arguments: forms)
    func turnsAreFarFromTheRootToo(_ form: Form) throws {
        var generator = SeededGenerator(seed: UInt64(form.features))
        let end = Step(feature: form.features, level: 0, target: .leaf(0))
        for distance in Int(RootVector.never) - 2...Int(RootVector.never) + 1 {
            let way = [Step](repeating: Step(feature: 30, level: 250, target: .leaf(3)), count: distance)
            let turns = [1, 2, 1].map { Step(feature: $0, level: 1, target: .leaf($0)) }
            let near = [[Step]](repeating: turns + [end], count: Forest.stepsAtOnce)
            let trees = [way + turns + [end]] + near
            try expectVotes(trees, &generator, form)
        }
    }

    /// The exit at each step of a spine of each length, seen alone and behind features that the document has too little of.
    @Test(arguments: forms)
    func aSpineIsLeftAtEachOfItsSteps(_ form: Form) throws {
        for length in 1...2 * Forest.stepsAtOnce + 2 {
            let first = Step(feature: 30, level: 0, target: .spine(2))
            let spine = (0..<length).map { Step(feature: $0, level: 1, target: .leaf($0 % 3)) }
            let end = Step(feature: form.features, level: 0, target: .leaf(3))
            let tree = [first, end] + spine + [end]
            let trees = [[Step]](repeating: tree, count: 3)
            let forest = try Self.forest(trees, form)
            var levels = DocumentLevels(for: forest)
            var votes = [Float](repeating: 0, count: forest.classes)
            for exit in 0..<length {
                for before in [0, 1] {
                    let indices = (before == 0 ? [exit] : Array(0...exit)) + [30]
                    let values = indices.map { Float($0 == exit || $0 == 30 ? 4 : 1) / 65_025 }
                    levels.load(SparseVector(indices: indices.map { UInt32($0) }, values: values))
                    forest.predict(levels, into: &votes)
                    #expect(votes[exit % 3] == 1, "exit \(exit) of \(length)")
                }
            }
            levels.load(SparseVector(indices: [30], values: [1]))
            forest.predict(levels, into: &votes)
            #expect(votes[3] == 1, "the end of \(length)")
        }
    }

    @Test func scansStayInsideTheArray() throws {
        let end = Step(feature: 40, level: 0, target: .leaf(1))
        for count in 1...3 * Forest.stepsAtOnce {
            let forest = try Self.forest([[Step]](repeating: [end], count: count), Self.forms[0])
            #expect(forest.scannedTrees == max(0, count - Forest.stepsAtOnce + 1))
        }
    }
}
