public import Evaluation

/// A term and how much its presence says for a label.
public struct TellingTerm: Sendable, Equatable {
    /// The term or n-gram.
    public let term: String
    /// The training documents with and without the term, of the label and of the others.
    public let counts: ContingencyTable

    /// Creates a telling term.
    public init(term: String, counts: ContingencyTable) {
        self.term = term
        self.counts = counts
    }
}

/// The best so many items by score; of equal scores the first stays first.
struct Ranking<Item> {
    private let most: Int
    private var scored: [(score: Double, item: Item)] = []

    init(most: Int) {
        self.most = most
    }

    var items: [Item] { scored.map(\.item) }

    mutating func add(_ score: Double, _ item: @autoclosure () -> Item) {
        if scored.count >= most, let last = scored.last, score <= last.score { return }
        let place = scored.firstIndex { $0.score < score } ?? scored.count
        scored.insert((score, item()), at: place)
        if scored.count > most { scored.removeLast() }
    }
}
