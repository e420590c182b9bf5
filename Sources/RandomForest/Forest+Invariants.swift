import Dataset

extension Forest {
    /// Checks that every walk stays inside the arrays and ends; O(steps).
    ///
    /// A right turn leads only forward, and the last step of each tree ends a spine.
    func checkInvariants() throws(RandomForestError) {
        try require(classes >= 1 && (0..<LevelEntry.mostFeatures).contains(features), "it needs a class and features")
        try require(trees < RootTurn.mostTrees, "it has too many trees")
        try require(
            treeStarts.count >= 2 && treeStarts.first == 0 && Int(treeStarts[trees]) == steps.count,
            "its trees don't cover its steps"
        )
        try checkMixtures()
        var leaves = 0
        for tree in 0..<trees { leaves += try checkTree(Int(treeStarts[tree]), Int(treeStarts[tree + 1])) }
        if let leafDraws {
            try require(leafDraws.hasCount(leaves), "its leaves and their numbers of draws don't match")
        }
    }

    /// Checks one tree and returns how many leaves it has.
    private func checkTree(_ start: Int, _ end: Int) throws(RandomForestError) -> Int {
        try require(start < end && end <= steps.count, "a tree has no steps")
        try require(steps[end - 1].feature == features, "a tree's last step does not end a spine")
        let leaves = classes + mixtureOffsets.count - 1
        var found = 0
        for position in start..<end {
            let step = steps[position]
            let isEnd = step.feature == features
            try require(step.feature <= features, "a step asks for a feature that does not exist")
            try require(!isEnd || step.level == 0, "the end of a spine has a level")
            switch step.target {
            case .leaf(let leaf):
                try require(leaf < leaves, "a leaf does not exist")
                found += 1
            case .spine(let spine):
                let goesForward = start + spine > position && start + spine < end
                try require(!isEnd && goesForward, "a right turn leads out of its tree")
            }
        }
        return found
    }

    private func checkMixtures() throws(RandomForestError) {
        let parts = mixtureClasses.count
        try require(mixtureProbabilities.count == parts, "its mixtures have arrays of different lengths")
        try require(mixtureOffsets.first == 0 && Int(mixtureOffsets.last ?? 0) == parts, "its mixtures are cut short")
        for (offset, next) in zip(mixtureOffsets, mixtureOffsets.dropFirst()) {
            try require(offset <= next, "a mixture has a negative length")
        }
        for index in 0..<parts {
            try require(
                Int(mixtureClasses[index]) < classes && (0...1).contains(mixtureProbabilities[index]),
                "a mixture has a class or probability out of range"
            )
        }
    }

    private func require(_ holds: Bool, _ reason: @autoclosure () -> String) throws(RandomForestError) {
        guard holds else { throw RandomForestError(.malformed(reason())) }
    }
}
