import JSON

/// Which trees of a training a file holds, where they are not all in one file.
public struct ForestShare: Sendable, Equatable {
    /// The place of this share among all, from 0.
    public var index: Int
    /// How many shares there are.
    public var count: Int
    /// The number of the share's first tree.
    public var firstTree: Int
    /// How many trees the share was to have; a training that was stopped has fewer.
    public var treesAskedFor: Int
    /// What tells the data and parameters of trainings apart: shares of one training have the same number.
    public var training: UInt64

    /// The most shares of a training.
    public static let mostShares = 10_000

    /// Creates a description of a share.
    public init(index: Int, count: Int, firstTree: Int, treesAskedFor: Int, training: UInt64) {
        self.index = index
        self.count = count
        self.firstTree = firstTree
        self.treesAskedFor = treesAskedFor
        self.training = training
    }

    var json: JSONValue {
        [
            "index": .number(JSONNumber(index)),
            "count": .number(JSONNumber(count)),
            "first_tree": .number(JSONNumber(firstTree)),
            "trees_asked_for": .number(JSONNumber(treesAskedFor)),
            "training": .string(String(training, radix: 16)),
        ]
    }

    init?(json: JSONValue) {
        guard let index = json["index"]?.intValue, let count = json["count"]?.intValue,
            let firstTree = json["first_tree"]?.intValue, let asked = json["trees_asked_for"]?.intValue,
            let training = json["training"]?.stringValue.flatMap({ UInt64($0, radix: 16) }),
            (1...Self.mostShares).contains(count), (0..<count).contains(index),
            (0...Self.mostTrees).contains(firstTree), (0...Self.mostTrees).contains(asked)
        else { return nil }
        self.init(index: index, count: count, firstTree: firstTree, treesAskedFor: asked, training: training)
    }

    /// Far more than a forest can have; numbers up to it can be added up.
    private static let mostTrees = 1 << 31
}
