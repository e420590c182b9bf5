import Dataset

/// Says what the features of a document did to a forest's vote; all threads share one.
///
/// It holds 8 bytes a step and 12 a leaf, which it gathers when it is made, in O(steps).
public struct ForestExplainer: Sendable {
    let forest: Forest
    let leaves: LeafIndex

    /// Gathers what explanations need.
    public init(_ forest: Forest) {
        self.forest = forest
        leaves = LeafIndex(forest)
    }

    /// The attribution of the vote for a class, for a document loaded for this forest; O(steps of its walks).
    ///
    /// A walk ends where the class's share can change no more. Root spines are not scanned: `RootIndex` knows where the
    /// document's features stand in them.
    public func attribution(of document: DocumentLevels, to index: Int) -> VoteAttribution {
        precondition(
            document.rootSteps.count == forest.trees && document.levels.count == forest.features + 1
                && (0..<forest.classes).contains(index),
            "made for another forest"
        )
        var tally = AttributionTally(document)
        let stays = forest.roots.stays(of: document)
        unsafe document.levels.withUnsafeBufferPointer { levels in
            var walk = unsafe ExplainedWalk(self, levels, class: index)
            var stay = 0
            for tree in 0..<forest.trees {
                unsafe walk.begin(at: Int(forest.treeStarts[tree]))
                tally.base += unsafe walk.share
                let exit = Int(document.rootSteps[tree])
                while stay < stays.count, stays[stay].step < exit {
                    unsafe walk.stay(at: Int(stays[stay].step), feature: Int(stays[stay].position), &tally)
                    stay += 1
                }
                unsafe walk.finish(from: exit, forest, class: index, &tally)
                tally.score += unsafe walk.share
            }
        }
        return tally.mean(over: forest.trees)
    }
}

extension RootIndex {
    /// The steps of root spines that ask for a feature of the document and that it passes, in their order.
    fileprivate func stays(of document: DocumentLevels) -> [(step: UInt32, position: UInt32)] {
        var stays: [UInt64] = []
        for (position, feature) in document.present.enumerated() {
            let level = document.levels[feature].level
            for place in Int(starts[feature])..<Int(starts[feature + 1]) {
                let turn = turns[place]
                guard turn.level >= level, turn.step < document.rootSteps[turn.tree] else { continue }
                stays.append(UInt64(turn.step) << 32 | UInt64(position))
            }
        }
        stays.sort()
        return stays.map { (UInt32(truncatingIfNeeded: $0 >> 32), UInt32(truncatingIfNeeded: $0)) }
    }
}

/// The sums over the trees.
struct AttributionTally {
    var base = 0.0
    var score = 0.0
    var absent = 0.0
    /// For each of the document's features, in its order, and at the end of none.
    var contributions: [Double]
    private let features: [Int]
    /// For the last bits of a feature where it, or another with the same bits, is.
    private var guesses = [UInt16](repeating: 0, count: guessCount)
    private static let guessCount = 256

    init(_ document: DocumentLevels) {
        features = document.present
        contributions = Array(repeating: 0, count: features.count + 1)
        for (position, feature) in features.enumerated() {
            guesses[feature & (Self.guessCount - 1)] = UInt16(truncatingIfNeeded: position)
        }
    }

    /// The place of a feature among the document's, which ascend; one behind them for a feature that it does not have.
    func position(of feature: Int) -> Int {
        let guess = Int(guesses[feature & (Self.guessCount - 1)])
        if guess < features.count, features[guess] == feature { return guess }
        var (low, high) = (0, features.count)
        while low < high {
            let middle = (low &+ high) &>> 1
            if features[middle] < feature { low = middle &+ 1 } else { high = middle }
        }
        return low < features.count && features[low] == feature ? low : features.count
    }

    func mean(over trees: Int) -> VoteAttribution {
        let trees = Double(trees)
        return VoteAttribution(
            base: base / trees,
            score: score / trees,
            contributions: zip(features, contributions).map { ($0, $1 / trees) },
            absent: absent / trees
        )
    }
}
