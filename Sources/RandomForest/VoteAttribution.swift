/// What each feature of a document did to the forest's vote for one class.
///
/// On a document's way through a tree the class's share among the training documents changes from node to node; each
/// change goes to the feature that the node asked for (A. Saabas, Interpreting random forests, 2014). So
/// `base` + `absent` + all contributions is `score`, up to rounding.
public struct VoteAttribution: Sendable, Equatable {
    /// The class's share in the roots: what the forest would say of a document that it knows nothing of.
    public var base: Double
    /// The forest's vote: the mean of the trees' probabilities of the class.
    public var score: Double
    /// For each present feature, by ascending feature, the mean over the trees of the changes that it made.
    public var contributions: [(feature: Int, contribution: Double)]
    /// The same of all features that the document does not have.
    public var absent: Double

    /// Whether both say the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.base == right.base && left.score == right.score && left.absent == right.absent
            && left.contributions.elementsEqual(right.contributions, by: ==)
    }
}
