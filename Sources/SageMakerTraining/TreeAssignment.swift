internal import Dataset
internal import ModelArtifact

/// Which of a job's trees this machine grows; a tree depends on its number only, so it does not matter where it grows.
struct TreeAssignment: Equatable {
    /// The numbers of the trees to grow.
    let range: Range<Int>
    /// The trees of an earlier model, which stand before all others.
    let earlierTrees: Int
    /// This machine's place among all.
    let machine: Int
    /// The number of machines.
    let machines: Int

    /// Shares the trees out, nearly the same number to each machine.
    ///
    /// - Throws: `TrainingError` when there is no tree to grow, or not one for each machine.
    init(of resources: ResourceConfiguration, trees: Int, earlierTrees: Int = 0) throws(TrainingError) {
        let new = trees - earlierTrees
        guard new > 0 else {
            throw TrainingError(
                .parameters(
                    "n_estimators is \(trees), but the model of channel \"\(ModelChannel.name)\" has \(earlierTrees) trees; "
                        + "give the number of trees that it is to have in all, above \(earlierTrees)"
                )
            )
        }
        guard new >= resources.hosts.count else {
            throw TrainingError(
                .parameters(
                    "n_estimators leaves \(new) new trees, which cannot be shared by \(resources.hosts.count) machines; "
                        + "raise n_estimators or take fewer machines"
                )
            )
        }
        machines = resources.hosts.count
        machine = resources.hosts.firstIndex(of: resources.currentHost) ?? 0
        let share = ParallelLoop.ranges(of: new, pieces: machines)[machine]
        range = (earlierTrees + share.lowerBound)..<(earlierTrees + share.upperBound)
        self.earlierTrees = earlierTrees
    }

    /// What a machine of several says in its log.
    var line: String? {
        guard machines > 1 else { return nil }
        return "machine \(machine + 1) of \(machines): grows the trees \(range.lowerBound + 1) to \(range.upperBound)"
    }

    /// Which trees this machine's file holds: the first machine's also has those of the earlier model.
    func share(of training: Fingerprint) -> ForestShare {
        let first = machine == 0 ? 0 : range.lowerBound
        return ForestShare(
            index: machine,
            count: machines,
            firstTree: first,
            treesAskedFor: range.upperBound - first,
            training: training.value
        )
    }
}
