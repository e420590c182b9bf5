import Dataset

extension Forest {
    /// Lays out grown trees; O(nodes).
    ///
    /// - Throws: `RandomForestError` when the trees are too large for 31-bit targets.
    public init(trees: [DecisionTree], classes: Int, features: Int) throws(RandomForestError) {
        var layout = SpineLayout(classes: classes, features: features)
        for tree in trees { layout.append(tree) }
        try self.init(
            classes: classes,
            features: features,
            treeStarts: FrozenArray(layout.treeStarts),
            steps: StepArray(features: layout.features, levels: layout.levels, targets: layout.targets),
            mixtureOffsets: FrozenArray(layout.mixtures.offsets),
            mixtureClasses: FrozenArray(layout.mixtures.classes),
            mixtureProbabilities: FrozenArray(layout.mixtures.probabilities)
        )
    }
}

/// Turns trees in preorder into spines: drops the leaves that right turns lead to and names them in the turn's target.
private struct SpineLayout {
    let classes: Int
    let endMark: UInt32
    var treeStarts: [UInt32] = [0]
    var features: [UInt32] = []
    var levels: [UInt8] = []
    var targets: [Target] = []
    var mixtures = LeafMixtures()
    private var stepOfNode: [Int32] = []

    init(classes: Int, features: Int) {
        self.classes = classes
        endMark = UInt32(truncatingIfNeeded: features)
    }

    mutating func append(_ tree: DecisionTree) {
        numberSteps(of: tree)
        let mixtureBase = mixtures.count
        let leaf = { [classes] (value: UInt32) -> Target in
            .leaf(value < classes ? Int(value) : Int(value) + mixtureBase)
        }
        for node in 0..<tree.count where stepOfNode[node] >= 0 {
            let feature = tree.features[node]
            let right = Int(tree.rights[node])
            levels.append(tree.levels[node])
            if feature == DecisionTree.leafMark {
                features.append(endMark)
                targets.append(leaf(tree.rights[node]))
            } else {
                features.append(feature)
                let step = Int(stepOfNode[right])
                targets.append(step >= 0 ? .spine(step) : leaf(tree.rights[right]))
            }
        }
        mixtures.append(tree.mixtures)
        treeStarts.append(UInt32(truncatingIfNeeded: features.count))
    }

    /// Gives each node its step, counted from the tree's first; -1 to leaves that a right turn leads to.
    private mutating func numberSteps(of tree: DecisionTree) {
        stepOfNode.removeAll(keepingCapacity: true)
        stepOfNode.append(contentsOf: repeatElement(0, count: tree.count))
        for node in 0..<tree.count where tree.features[node] != DecisionTree.leafMark {
            let right = Int(tree.rights[node])
            if tree.features[right] == DecisionTree.leafMark { stepOfNode[right] = -1 }
        }
        var next: Int32 = 0
        for node in 0..<tree.count where stepOfNode[node] == 0 {
            stepOfNode[node] = next
            next += 1
        }
    }
}
