public import Dataset

/// A forest laid out for prediction; its arrays are read in place from a mapped file.
///
/// A node that left children follow is one step of a spine: document goes right where its level of the step's feature is
/// above the step's level, else on to the next step. The last step of a spine asks for a feature that every document has,
/// and its target is the leaf at the end. So a walk is a scan of consecutive steps with one jump for each right turn.
public struct Forest: Sendable, Equatable {
    /// The number of classes.
    public let classes: Int
    /// The number of features.
    public let features: Int
    /// For each tree its first step, and at the end the number of steps.
    public let treeStarts: FrozenArray<UInt32>
    /// For each step its feature; `features` in the last step of a spine.
    public let stepFeatures: StepWords
    /// For each step the greatest level that goes on.
    public let stepLevels: FrozenArray<UInt8>
    /// For each step where a document that turns right goes: see `Target`.
    public let stepTargets: StepWords
    /// For each mixture the index of its first part, and at the end the number of parts.
    public let mixtureOffsets: FrozenArray<UInt32>
    /// For each part of a mixture its class.
    public let mixtureClasses: FrozenArray<UInt32>
    /// For each part of a mixture its probability.
    public let mixtureProbabilities: FrozenArray<Float>
    /// Where each feature leads out of a root spine.
    private(set) var roots = RootIndex()

    /// Puts a forest together from stored arrays and checks each index in them.
    ///
    /// - Throws: `RandomForestError` that says what does not fit.
    public init(
        classes: Int,
        features: Int,
        treeStarts: FrozenArray<UInt32>,
        stepFeatures: StepWords,
        stepLevels: FrozenArray<UInt8>,
        stepTargets: StepWords,
        mixtureOffsets: FrozenArray<UInt32>,
        mixtureClasses: FrozenArray<UInt32>,
        mixtureProbabilities: FrozenArray<Float>
    ) throws(RandomForestError) {
        self.classes = classes
        self.features = features
        self.treeStarts = treeStarts
        self.stepFeatures = stepFeatures
        self.stepLevels = stepLevels
        self.stepTargets = stepTargets
        self.mixtureOffsets = mixtureOffsets
        self.mixtureClasses = mixtureClasses
        self.mixtureProbabilities = mixtureProbabilities
        try checkInvariants()
        roots = RootIndex(treeStarts: treeStarts, features: features, stepFeatures, stepLevels)
    }

    /// The number of trees.
    public var trees: Int { treeStarts.count - 1 }
}

/// Features or targets of steps, in 16 bits where they all fit, else in 32.
public enum StepWords: Sendable, Equatable {
    case narrow(FrozenArray<UInt16>)
    case wide(FrozenArray<UInt32>)

    /// Stores words as narrow as they allow; a target's mark stays its uppermost bit.
    init(_ words: [UInt32], marks: [Bool] = []) {
        let limit: UInt32 = marks.isEmpty ? 1 << 16 : 1 << 15
        let isNarrow = words.allSatisfy { $0 < limit }
        let mark: UInt32 = isNarrow ? 1 << 15 : 1 << 31
        let marked = marks.isEmpty ? words : zip(words, marks).map { $1 ? $0 | mark : $0 }
        self =
            isNarrow
            ? .narrow(FrozenArray(marked.map { UInt16(truncatingIfNeeded: $0) }))
            : .wide(FrozenArray(marked))
    }

    /// The number of words.
    public var count: Int {
        switch self {
        case .narrow(let words): words.count
        case .wide(let words): words.count
        }
    }

    /// The word at `index`, widened.
    subscript(index: Int) -> UInt32 {
        switch self {
        case .narrow(let words): UInt32(words[index])
        case .wide(let words): words[index]
        }
    }

    /// The target at `index`.
    func target(at index: Int) -> Target {
        switch self {
        case .narrow(let words): Target(words[index])
        case .wide(let words): Target(words[index])
        }
    }
}

/// Where a right turn leads: with the uppermost bit to the spine that starts that many steps after the tree's first;
/// else to a leaf, which is a class, or the number of classes + the index of a mixture.
enum Target: Equatable {
    case spine(Int)
    case leaf(Int)

    @inline(__always)
    init<Word: FixedWidthInteger & UnsignedInteger>(_ word: Word) {
        let mark = Word(1) &<< (Word(Word.bitWidth) &- 1)
        self = word & mark != 0 ? .spine(Int(word & ~mark)) : .leaf(Int(word))
    }
}
