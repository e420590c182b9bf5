internal import ModelArtifact
internal import RandomForest
internal import TextClassification

/// The trees that this machine has grown.
struct GrownForest {
    /// The trees; `nil` when the job was stopped before the first one was done.
    let forest: Forest?
    /// Which trees of the model this machine's file is to hold.
    let share: ForestShare
    /// The model whose trees stand before the others in this machine's file.
    let earlier: Model?

    /// The number of the first tree that was grown here.
    var firstTree: Int { share.firstTree + (earlier?.trees ?? 0) }

    /// How many trees this machine's file has.
    var trees: Int { forest.map { $0.trees + (earlier?.trees ?? 0) } ?? 0 }

    /// The trees that were grown, behind those of the earlier model.
    func withEarlier(_ forest: Forest) throws(TextClassificationError) -> Forest {
        do {
            return try Forest(joining: [earlier?.classifier.forest, forest].compactMap(\.self))
        } catch {
            throw TextClassificationError(.forest(error))
        }
    }

    /// How many trees there should be, when some are missing.
    var treesAskedFor: Int? { trees < share.treesAskedFor ? share.treesAskedFor : nil }

    /// How the job ends with them.
    var outcome: TrainingOutcome {
        treesAskedFor.map { TrainingOutcome.stopped(trees: trees, asked: $0) } ?? .complete
    }
}
