public import Dataset

extension RandomForestTrainer {
    /// Adds all that a tree depends on beside its number: the documents, their classes and the parameters, but for the
    /// number of trees, the threads and what is measured; O(entries of the matrix).
    public func addFingerprint(to fingerprint: inout Fingerprint) {
        var rules = parameters
        rules.nEstimators = 1
        rules.nJobs = nil
        rules.oobScore = false
        // A dictionary's description has no order of its own; the resolved weights below stand for it.
        if case .perLabel = rules.classWeight { rules.classWeight = .uniform }
        fingerprint.add("\(rules)")
        for index in 0..<plan.classWeights.count { fingerprint.add(plan.classWeights.fixedWeight(index).bitPattern) }
        fingerprint.add(UInt64(plan.matrix.features))
        for offset in plan.matrix.rowOffsets { fingerprint.add(UInt64(offset)) }
        for entry in plan.matrix.entries { fingerprint.add(UInt64(entry.bits)) }
        for index in plan.classes { fingerprint.add(UInt64(index)) }
    }
}
