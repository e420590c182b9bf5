internal import Dataset

/// Documents whose true class is known, with the shares of the votes that trees which did not see them gave each class.
///
/// Shares of 0 are not kept: with many classes nearly all are.
public struct CalibrationSample: Sendable {
    /// The number of classes.
    public let classes: Int
    /// The true class of each document.
    public let truth: [Int]
    /// For each document the classes with a share above 0, ascending, and the shares.
    let rows: [[ClassShare]]

    /// A class and its share of a document's votes.
    struct ClassShare: Sendable, Equatable {
        var index: Int
        var share: Float
    }

    /// Takes the rows of a table of shares that have one.
    ///
    /// - Parameters:
    ///   - classes: The number of classes.
    ///   - truth: The true class of each row.
    ///   - shares: The share of each class, row by row; a row of zeros, a document that all trees saw, is left out.
    /// - Precondition: there are `classes` shares for each row, and all true classes are below `classes`.
    public init(classes: Int, truth: [Int], shares: [Float]) {
        precondition(shares.count == truth.count * classes && truth.allSatisfy { (0..<classes).contains($0) })
        self.classes = classes
        var kept: (truth: [Int], rows: [[ClassShare]]) = ([], [])
        for (document, actual) in truth.enumerated() {
            let row = (0..<classes).compactMap { index -> ClassShare? in
                let share = shares[document * classes + index]
                return share > 0 ? ClassShare(index: index, share: min(share, 1)) : nil
            }
            guard !row.isEmpty else { continue }
            kept.truth.append(actual)
            kept.rows.append(row)
        }
        self.truth = kept.truth
        rows = kept.rows
    }

    /// The most documents that are drawn; more change no threshold that matters.
    public static let mostDocuments = 50_000
    /// The most shares of all drawn documents, in numbers: 128 MB.
    public static let mostShares = 32_000_000

    /// The numbers of the documents to take of `count`, ascending: all, or as many as the limits allow, by `seed`.
    public static func documents(of count: Int, classes: Int, seed: UInt64) -> [Int] {
        let most = min(mostDocuments, mostShares / max(1, classes))
        guard count > most else { return Array(0..<count) }
        var generator = SeededGenerator(seed: seed, stream: .max - 1)
        return Array((0..<count).shuffled(using: &generator).prefix(most)).sorted()
    }

    /// The number of documents.
    public var count: Int { truth.count }

    /// The shares of all classes of a document.
    func shares(of document: Int) -> [Float] {
        var shares = [Float](repeating: 0, count: classes)
        for part in rows[document] { shares[part.index] = part.share }
        return shares
    }
}
