internal import ModelArtifact
internal import RandomForest

/// The trees that this machine has grown.
struct GrownForest {
    /// The trees; `nil` when the job was stopped before the first one was done.
    let forest: Forest?
    /// Which trees of the model this machine's file is to hold, and how many of them are an earlier model's.
    let share: ForestShare
    let earlierTrees: Int

    /// The number of the first tree that was grown here.
    var firstTree: Int { share.firstTree + earlierTrees }

    /// How many trees this machine's file has.
    var trees: Int { forest.map { $0.trees + earlierTrees } ?? 0 }

    /// How many trees there should be, when some are missing.
    var treesAskedFor: Int? { trees < share.treesAskedFor ? share.treesAskedFor : nil }

    /// How the job ends with them.
    var outcome: TrainingOutcome {
        treesAskedFor.map { TrainingOutcome.stopped(trees: trees, asked: $0) } ?? .complete
    }
}
