public import Dataset

/// A forest laid out for prediction; its arrays are read in place from a mapped file.
///
/// A node that left children follow is one step of a spine: document goes right where its level of the step's feature is
/// above the step's level, else on to the next step. The last step of a spine asks for a feature that every document has,
/// and its target is the leaf at the end. So a walk is a scan of consecutive steps with one jump for each right turn.
public struct Forest: Sendable, Equatable {
    /// The number of classes.
    public let classes: Int
    /// The number of features; as a step's feature, that which every document has.
    public let features: Int
    /// For each tree its first step, and at the end the number of steps.
    public let treeStarts: FrozenArray<UInt32>
    /// The steps of all trees.
    public let steps: StepArray
    /// For each mixture the index of its first part, and at the end the number of parts.
    public let mixtureOffsets: FrozenArray<UInt32>
    /// For each part of a mixture its class.
    public let mixtureClasses: FrozenArray<UInt32>
    /// For each part of a mixture its probability.
    public let mixtureProbabilities: FrozenArray<Float>
    /// How much of the training each leaf holds, for explanations; `nil` where it was not stored.
    public let leafDraws: LeafDraws?
    /// Where each feature leads out of a root spine.
    private(set) var roots = RootIndex()
    /// How many trees, from the first on, have so many steps behind them that a scan from any of theirs stays in the array.
    private(set) var scannedTrees = 0

    /// Puts a forest together from stored arrays and checks each index in them.
    ///
    /// - Throws: `RandomForestError` that says what does not fit.
    public init(
        classes: Int,
        features: Int,
        treeStarts: FrozenArray<UInt32>,
        steps: StepArray,
        mixtureOffsets: FrozenArray<UInt32>,
        mixtureClasses: FrozenArray<UInt32>,
        mixtureProbabilities: FrozenArray<Float>,
        leafDraws: LeafDraws? = nil
    ) throws(RandomForestError) {
        self.classes = classes
        self.features = features
        self.treeStarts = treeStarts
        self.steps = steps
        self.mixtureOffsets = mixtureOffsets
        self.mixtureClasses = mixtureClasses
        self.mixtureProbabilities = mixtureProbabilities
        self.leafDraws = leafDraws
        try checkInvariants()
        roots = RootIndex(treeStarts: treeStarts, features: features, steps)
        scannedTrees = trees
        while scannedTrees > 0, Int(treeStarts[scannedTrees]) - 1 + Self.stepsAtOnce > steps.count { scannedTrees -= 1 }
    }

    /// How many trees are walked side by side: as many as two registers have bits.
    static let treesAtOnce = 128
    /// How many steps a scan reads, those behind the end of a spine or tree too.
    static let stepsAtOnce = 3 * PresentLevel.joinedSteps

    /// The number of trees.
    public var trees: Int { treeStarts.count - 1 }
}
