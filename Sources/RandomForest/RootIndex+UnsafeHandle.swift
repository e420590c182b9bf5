extension RootIndex {
    /// Puts the step that ends each tree's root spine, where a document without features leaves it.
    func stay(_ rootSteps: inout [UInt32]) {
        precondition(rootSteps.count == ends.count, "made for another forest")
        _ = unsafe rootSteps.withUnsafeMutableBufferPointer { unsafe $0.update(fromContentsOf: ends) }
    }

    /// Lowers, for each tree, the step where a document leaves the root spine to that where the feature leads out.
    ///
    /// Reads without bounds checks, which are half of the instructions: `feature` is below the forest's number of features,
    /// `rootSteps` has a place for each tree, and the index was made from a forest whose invariants hold.
    func leave(by feature: Int, level: UInt8, _ rootSteps: inout [UInt32]) {
        let range = Int(starts[feature])..<Int(starts[feature + 1])
        precondition(rootSteps.count == ends.count, "made for another forest")
        unsafe turns.withUnsafeBufferPointer { turns in
            unsafe rootSteps.withUnsafeMutableBufferPointer { steps in
                for position in range {
                    let turn = unsafe turns[position]
                    // Without a branch, which would be mispredicted every few turns.
                    let step = turn.level < level ? turn.step : .max
                    unsafe steps[turn.tree] = unsafe min(steps[turn.tree], step)
                }
            }
        }
    }
}
