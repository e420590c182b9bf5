extension RootIndex {
    /// Puts the step that ends each tree's root spine, where a document without features leaves it.
    func stay(_ exits: inout RootExits) {
        precondition(exits.steps.count == ends.count, "made for another forest")
        _ = unsafe exits.steps.withUnsafeMutableBufferPointer { unsafe $0.update(fromContentsOf: ends) }
        exits.clear()
    }

    /// Lowers, for each tree, the step where a document leaves the root spine to that where the feature leads out.
    ///
    /// The turns of rows take effect in `settle`. The others are read without bounds checks, which are half of the
    /// instructions: `feature` is below the forest's number of features, there is a step for each tree, and the index was
    /// made from a forest whose invariants hold.
    func leave(by feature: Int, level: UInt8, _ exits: inout RootExits) {
        if !rows.isEmpty { rows.lower(&exits.offsets, by: feature, level: level) }
        let range = Int(looseStarts[feature])..<Int(starts[feature + 1])
        precondition(exits.steps.count == ends.count, "made for another forest")
        unsafe turns.withUnsafeBufferPointer { turns in
            unsafe exits.steps.withUnsafeMutableBufferPointer { steps in
                for position in range {
                    let turn = unsafe turns[position]
                    // Without a branch, which would be mispredicted every few turns.
                    let step = turn.level < level ? turn.step : .max
                    unsafe steps[turn.tree] = unsafe min(steps[turn.tree], step)
                }
            }
        }
    }

    /// Lowers the steps to those that the rows' turns lead to, once for all features of a document.
    func settle(_ exits: inout RootExits) {
        guard !rows.isEmpty else { return }
        let trees = ends.count
        precondition(exits.steps.count == trees && rows.treeStarts.count == trees, "made for another forest")
        precondition(exits.offsets.count == rows.width, "made for another forest")
        unsafe exits.offsets.withUnsafeBytes { bytes in
            let offsets = unsafe bytes.bindMemory(to: Int16.self)
            unsafe exits.steps.withUnsafeMutableBufferPointer { steps in
                unsafe rows.treeStarts.withUnsafeBufferPointer { starts in
                    for tree in 0..<trees {
                        let offset = unsafe offsets[tree]
                        let step = unsafe starts[tree] &+ UInt32(truncatingIfNeeded: offset)
                        unsafe steps[tree] = unsafe min(steps[tree], offset == RootVector.never ? .max : step)
                    }
                }
            }
        }
    }
}
