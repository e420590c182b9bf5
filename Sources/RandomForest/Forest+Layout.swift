import Dataset

extension Forest {
    /// Lays out grown trees on `threads` threads, `nil` for all cores; O(nodes).
    ///
    /// - Throws: `RandomForestError` when the trees are too large for 31-bit targets.
    public init(
        trees: [DecisionTree],
        classes: Int,
        features: Int,
        threads: Int? = 1
    ) throws(RandomForestError) {
        var mixtures = LeafMixtures()
        var mixtureBases: [Int] = []
        for tree in trees {
            mixtureBases.append(mixtures.count)
            mixtures.append(tree.mixtures)
        }
        let leaves = LeafNumbering(classes: classes, mixtureBases: mixtureBases)
        let loop = ParallelLoop(threads: threads)
        let layouts = loop.map(trees.count) { SpineLayout(trees[$0], number: $0, features: features, leaves) }
        let form = StepForm(
            features: features,
            greatestTarget: layouts.reduce(0) { max($0, $1.greatestTarget) }
        )
        let packed = loop.map(trees.count) { layouts[$0].packed(form) }
        var treeStarts: [UInt32] = [0]
        for layout in layouts { treeStarts.append(treeStarts[treeStarts.count - 1] + UInt32(layout.steps.count)) }
        try self.init(
            classes: classes,
            features: features,
            treeStarts: FrozenArray(treeStarts),
            steps: StepArray(bytes: FrozenArray(Array(packed.joined())), width: form.width),
            mixtureOffsets: FrozenArray(mixtures.offsets),
            mixtureClasses: FrozenArray(mixtures.classes),
            mixtureProbabilities: FrozenArray(mixtures.probabilities),
            leafDraws: LeafDraws(packing: layouts.lazy.flatMap(\.leafDraws))
        )
    }
}

/// Numbers the leaves of a forest: classes first, then the mixtures of all trees.
private struct LeafNumbering {
    let classes: Int
    let mixtureBases: [Int]

    func target(_ value: UInt32, ofTree tree: Int) -> Target {
        .leaf(value < classes ? Int(value) : Int(value) + mixtureBases[tree])
    }
}

/// One tree turned from preorder into spines: without the leaves that right turns lead to, which the turns name.
private struct SpineLayout: Sendable {
    private(set) var steps: [Step] = []
    private(set) var greatestTarget = 0
    /// The draws of each leaf, in the order of the steps that lead to them.
    private(set) var leafDraws: [UInt32] = []

    init(_ tree: DecisionTree, number: Int, features: Int, _ leaves: LeafNumbering) {
        let stepOfNode = Self.numberSteps(of: tree)
        let leavesBefore = Self.countLeaves(of: tree)
        steps.reserveCapacity(tree.count)
        for node in 0..<tree.count where stepOfNode[node] >= 0 {
            let feature = tree.features[node]
            let right = Int(tree.rights[node])
            let step: Step
            if feature == DecisionTree.leafMark {
                step = Step(feature: features, level: 0, target: leaves.target(tree.rights[node], ofTree: number))
                leafDraws.append(tree.leafDraws[leavesBefore[node]])
            } else if stepOfNode[right] >= 0 {
                step = Step(feature: Int(feature), level: tree.levels[node], target: .spine(Int(stepOfNode[right])))
            } else {
                let leaf = leaves.target(tree.rights[right], ofTree: number)
                step = Step(feature: Int(feature), level: tree.levels[node], target: leaf)
                leafDraws.append(tree.leafDraws[leavesBefore[right]])
            }
            greatestTarget = max(greatestTarget, step.target.value)
            steps.append(step)
        }
    }

    /// For each node its step, counted from the tree's first; -1 for leaves that a right turn leads to.
    private static func numberSteps(of tree: DecisionTree) -> [Int32] {
        var stepOfNode = [Int32](repeating: 0, count: tree.count)
        for node in 0..<tree.count where tree.features[node] != DecisionTree.leafMark {
            let right = Int(tree.rights[node])
            if tree.features[right] == DecisionTree.leafMark { stepOfNode[right] = -1 }
        }
        var next: Int32 = 0
        for node in 0..<tree.count where stepOfNode[node] == 0 {
            stepOfNode[node] = next
            next += 1
        }
        return stepOfNode
    }

    /// For each node how many leaves come before it.
    private static func countLeaves(of tree: DecisionTree) -> [Int] {
        var count = 0
        return tree.features.map { feature in
            defer { if feature == DecisionTree.leafMark { count += 1 } }
            return count
        }
    }

    func packed(_ form: StepForm) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(steps.count * form.width)
        for step in steps { form.append(step, to: &bytes) }
        return bytes
    }
}
