/// What label a document gets, decided by the training documents and used for those to measure with too.
struct LabelRule: Sendable, Equatable {
    /// The labels that stay; `nil` for all.
    private let kept: Set<String>?
    private let other: String?

    /// Keeps some labels; other documents get the label `other`, or none.
    init(kept: Set<String>?, other: String?) {
        self.kept = kept
        self.other = other
    }

    /// Keeps the labels that enough documents have.
    init(countOf labels: [String], atLeast least: Int, other: String?) {
        let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
        let kept = least > 1 ? Set(counts.filter { $0.value >= least || $0.key == other }.keys) : nil
        self.init(kept: kept, other: other)
    }

    /// The label that a document of this label gets; `nil` when it is left out.
    func label(_ label: String) -> String? {
        guard let kept, !kept.contains(label) else { return label }
        return other
    }
}
