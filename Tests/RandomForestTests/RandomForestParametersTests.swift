import Dataset
import Testing

@testable import RandomForest

struct RandomForestParametersTests {
    @Test func everyParameterOutOfRangeIsNamedWithWhatIsAllowed() throws {
        let share = "a whole number from 1, or a share up to 1.0"
        let cases: [(String, (inout RandomForestParameters) -> Void)] = [
            ("n_estimators is out of range; allowed: 1 to 100000", { $0.nEstimators = 0 }),
            ("n_estimators is out of range; allowed: 1 to 100000", { $0.nEstimators = 100_001 }),
            ("max_depth is out of range; allowed: a whole number from 1, or none", { $0.maxDepth = 0 }),
            (
                "min_samples_split is out of range; allowed: a whole number from 2, or a share up to 1.0",
                { $0.minSamplesSplit = .count(1) }
            ),
            ("min_samples_leaf is out of range; allowed: \(share)", { $0.minSamplesLeaf = .fraction(1.5) }),
            ("min_samples_leaf is out of range; allowed: \(share)", { $0.minSamplesLeaf = .fraction(.nan) }),
            ("max_features is out of range; allowed: sqrt, log2, all, \(share)", { $0.maxFeatures = .count(0) }),
            ("max_features is out of range; allowed: sqrt, log2, all, \(share)", { $0.maxFeatures = .fraction(0) }),
            ("max_leaf_nodes is out of range; allowed: a whole number from 2, or none", { $0.maxLeafNodes = 1 }),
            ("min_impurity_decrease is out of range; allowed: a number from 0.0", { $0.minImpurityDecrease = -0.1 }),
            ("min_impurity_decrease is out of range; allowed: a number from 0.0", { $0.minImpurityDecrease = .nan }),
            ("max_samples is out of range; allowed: \(share)", { $0.maxSamples = .count(0) }),
            (
                "max_samples is out of range; allowed: at most the number of documents, 30",
                { $0.maxSamples = .count(31) }
            ),
            (
                "max_samples is out of range; allowed: none, because bootstrap is false",
                {
                    $0.bootstrap = false
                    $0.maxSamples = .count(3)
                }
            ),
            (
                "oob_score is out of range; allowed: false, because bootstrap is false",
                {
                    $0.bootstrap = false
                    $0.oobScore = true
                }
            ),
            ("n_jobs is out of range; allowed: a whole number from 1, or -1 for all cores", { $0.nJobs = 0 }),
            (
                "class_weight of other is out of range; allowed: a number from 0.0, for one of the labels class 0, class 1",
                { $0.classWeight = .perLabel(["other": 1]) }
            ),
            (
                "class_weight of class 1 is out of range; allowed: a number from 0.0, for one of the labels class 0, class 1",
                { $0.classWeight = .perLabel(["class 1": .infinity]) }
            ),
        ]
        let set = try SparseSet(seed: 1, classes: 2)
        for (message, change) in cases {
            let error = #expect(throws: RandomForestError.self, "\(message)") { try set.trainer(change) }
            #expect(error?.description == message)
        }
    }

    @Test func dataThatNothingCanBeLearnedFromIsRefused() throws {
        let set = try SparseSet(seed: 1, classes: 2)
        let parameters = RandomForestParameters()
        let cases: [(String, LevelMatrix, [Int], [String])] = [
            ("each document needs one class out of 2", set.matrix, [0], ["a", "b"]),
            ("each document needs one class out of 2", set.matrix, Array(repeating: 2, count: 30), ["a", "b"]),
            ("there is no document to learn from", try LevelMatrix(CSRMatrix(columns: 3)), [], ["a", "b"]),
            (
                "at most 16777215 documents and 65535 labels", set.matrix, Array(repeating: 0, count: 30),
                Array(repeating: "a", count: 65_536)
            ),
        ]
        for (message, matrix, classes, labels) in cases {
            let error = #expect(throws: RandomForestError.self) {
                try RandomForestTrainer(parameters, matrix: matrix, classes: classes, labels: labels)
            }
            #expect(error?.description == message)
        }
        let error = #expect(throws: RandomForestError.self) { try LevelMatrix(CSRMatrix(columns: 1 << 24)) }
        #expect(error?.description == "16777216 features are too many; set tfidf_max_features below 16777216")
    }

    @Test func sharesBecomeNumbersAsInScikitLearn() {
        #expect(MaxFeatures.sqrt.resolved(features: 2_320) == 48)
        #expect(MaxFeatures.log2.resolved(features: 2_320) == 11)
        #expect(MaxFeatures.fraction(0.1).resolved(features: 9) == 1)
        #expect(MaxFeatures.all.resolved(features: 7) == 7)
        #expect(MaxFeatures.count(9).resolved(features: 7) == 7)
        #expect(SampleCount.fraction(0.101).resolved(documents: 100, atLeast: 1) == 11)
        #expect(SampleCount.fraction(0.001).resolved(documents: 100, atLeast: 2) == 2)
        #expect(SampleCount.fraction(0.25).drawn(from: 10) == 2)
        #expect(SampleCount.fraction(0.35).drawn(from: 10) == 4)
        #expect(SampleCount.count(7).drawn(from: 10) == 7)
    }

    @Test func maxSamplesLimitsTheDraws() throws {
        let set = try SparseSet(seed: 9, documents: 200)
        let plan = try set.trainer { $0.maxSamples = .count(20) }.plan
        var sample = BootstrapSample(for: plan)
        var generator = plan.generator(ofTree: 3)
        sample.draw(plan, using: &generator)
        #expect((0..<200).reduce(0) { $0 + sample.infos[$1].draws } == 20)
        #expect(sample.weight == 20)
        #expect(sample.documents <= 20)
    }

    @Test func drawsStopAtTheGreatestNumberThatFits() {
        var info = SampleInfo(class: 65_535)
        for _ in 0..<70_000 { info.draw() }
        #expect(info.draws == 65_535)
        #expect(info.classIndex == 65_535)
    }
}
