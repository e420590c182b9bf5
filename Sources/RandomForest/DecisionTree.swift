/// One tree as it grows: nodes in preorder, so that a node's left child stands right behind it.
///
/// A document goes left where its level of the node's feature is at most the node's level, else to `rights[node]`.
public struct DecisionTree: Sendable, Equatable {
    /// For each node its feature, or `leafMark`.
    public private(set) var features: [UInt32] = []
    /// For each node the greatest level that goes left.
    public private(set) var levels: [UInt8] = []
    /// For an inner node its right child; for a leaf its value: a class, or the number of classes + the index of a mixture.
    public private(set) var rights: [UInt32] = []
    /// The class probabilities of leaves that hold more than one class.
    public private(set) var mixtures = LeafMixtures()
    /// For each leaf, in the order of the nodes, how many draws of the tree's sample it holds.
    public private(set) var leafDraws: [UInt32] = []

    /// What stands in place of a feature in a leaf.
    public static let leafMark = UInt32.max

    /// Creates an empty tree with room for a number of nodes.
    init(capacity: Int) {
        features.reserveCapacity(capacity)
        levels.reserveCapacity(capacity)
        rights.reserveCapacity(capacity)
    }

    /// The number of nodes.
    public var count: Int { features.count }

    mutating func appendInner(feature: Int, level: UInt8) -> Int {
        features.append(UInt32(truncatingIfNeeded: feature))
        levels.append(level)
        rights.append(0)
        return features.count - 1
    }

    mutating func setRight(of node: Int, to child: Int) {
        rights[node] = UInt32(truncatingIfNeeded: child)
    }

    mutating func appendLeaf(class index: Int, draws: Int) {
        features.append(Self.leafMark)
        levels.append(0)
        rights.append(UInt32(truncatingIfNeeded: index))
        leafDraws.append(UInt32(clamping: draws))
    }

    /// Appends a leaf; `classes` is the number of all classes of the forest.
    mutating func append(_ leaf: LeafMixture, classes: Int, draws: Int) {
        appendLeaf(class: leaf.count == 1 ? leaf[0].class : classes + mixtures.append(leaf), draws: draws)
    }
}

/// The probability of each class in a leaf, by ascending class.
typealias LeafMixture = [(class: Int, probability: Float)]

/// Class probabilities of leaves, back to back.
public struct LeafMixtures: Sendable, Equatable {
    /// For each mixture the index of its first part, and at the end the number of parts.
    public private(set) var offsets: [UInt32] = [0]
    /// For each part its class.
    public private(set) var classes: [UInt32] = []
    /// For each part its probability.
    public private(set) var probabilities: [Float] = []

    /// The number of mixtures.
    public var count: Int { offsets.count - 1 }

    /// Appends a mixture and returns its index.
    mutating func append(_ mixture: LeafMixture) -> Int {
        classes += mixture.map { UInt32(truncatingIfNeeded: $0.class) }
        probabilities += mixture.map(\.probability)
        offsets.append(UInt32(truncatingIfNeeded: classes.count))
        return count - 1
    }

    mutating func append(_ other: LeafMixtures) {
        let base = UInt32(truncatingIfNeeded: classes.count)
        classes += other.classes
        probabilities += other.probabilities
        offsets += other.offsets.dropFirst().map { base + $0 }
    }
}
