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
            stepFeatures: StepWords(layout.features),
            stepLevels: FrozenArray(layout.levels),
            stepTargets: StepWords(layout.targets, marks: layout.targetIsSpine),
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
    var targets: [UInt32] = []
    var targetIsSpine: [Bool] = []
    var mixtures = LeafMixtures()

    init(classes: Int, features: Int) {
        self.classes = classes
        endMark = UInt32(truncatingIfNeeded: features)
    }

    mutating func append(_ tree: DecisionTree) {
        let stepOfNode = steps(of: tree)
        let mixtureBase = UInt32(truncatingIfNeeded: mixtures.count)
        for node in 0..<tree.count where stepOfNode[node] != nil {
            let isLeaf = tree.features[node] == DecisionTree.leafMark
            let right = Int(tree.rights[node])
            features.append(isLeaf ? endMark : tree.features[node])
            levels.append(tree.levels[node])
            if !isLeaf, let step = stepOfNode[right] {
                targets.append(UInt32(truncatingIfNeeded: step))
                targetIsSpine.append(true)
            } else {
                let value = isLeaf ? tree.rights[node] : tree.rights[right]
                targets.append(value < classes ? value : value + mixtureBase)
                targetIsSpine.append(false)
            }
        }
        mixtures.append(tree.mixtures)
        treeStarts.append(UInt32(truncatingIfNeeded: features.count))
    }

    /// For each node its step, counted from the tree's first; `nil` for leaves that a right turn leads to.
    private func steps(of tree: DecisionTree) -> [Int?] {
        var isRightLeaf = Array(repeating: false, count: tree.count)
        for node in 0..<tree.count where tree.features[node] != DecisionTree.leafMark {
            let right = Int(tree.rights[node])
            isRightLeaf[right] = tree.features[right] == DecisionTree.leafMark
        }
        var next = 0
        return isRightLeaf.map { isDropped in
            guard !isDropped else { return nil }
            next += 1
            return next - 1
        }
    }
}
