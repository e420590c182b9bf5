extension RandomForestTrainer {
    /// The class of each training document.
    public var classes: [Int] { plan.classes.map(Int.init) }

    /// The number of training documents that have no feature.
    public var documentsWithoutFeatures: Int {
        (0..<plan.matrix.rows).count { plan.matrix.row($0).isEmpty }
    }

    /// Calls `body` with each feature, the classes of the documents that have it and how many those are; O(entries).
    ///
    /// - Parameter body: Gets the feature, for each class the number of documents, and the classes above 0 in no order.
    public func forEachFeature(_ body: (_ feature: Int, _ counts: [Int], _ classes: [Int]) -> Void) {
        var counts = Array(repeating: 0, count: plan.classWeights.count)
        var found: [Int] = []
        for feature in 0..<plan.matrix.features {
            for position in plan.columns.starts[feature]..<plan.columns.starts[feature + 1] {
                let index = Int(plan.classes[ColumnEntry.local(plan.columns.entries[position])])
                if counts[index] == 0 { found.append(index) }
                counts[index] += 1
            }
            body(feature, counts, found)
            for index in found { counts[index] = 0 }
            found.removeAll(keepingCapacity: true)
        }
    }
}
