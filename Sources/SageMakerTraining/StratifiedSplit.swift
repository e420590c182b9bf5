internal import Dataset

/// Chooses a share of the documents of each label to measure with; documents of equal texts stay on one side, so that
/// nothing is measured that was learned by heart.
struct StratifiedSplit {
    /// The share of each label's documents; above 0 and below 1.
    let fraction: Double

    /// For each document whether it is held out; at least one document of each label is not.
    ///
    /// Equal texts of several labels go with the label of the first of them.
    func heldOut(of documents: LabeledDocuments, random: SeededGenerator) -> [Bool] {
        var random = random
        var isHeldOut = [Bool](repeating: false, count: documents.count)
        var room = Self.counts(documents.labels).mapValues(target)
        let groups = Self.groups(of: documents)
        for label in groups.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            for group in (groups[label] ?? []).shuffled(using: &random) {
                let needed = Self.counts(group.map { documents.labels[$0] })
                guard needed.allSatisfy({ room[$0.key, default: 0] >= $0.value }) else { continue }
                for (label, count) in needed { room[label, default: 0] -= count }
                for index in group { isHeldOut[index] = true }
            }
        }
        return isHeldOut
    }

    /// How many of a label's documents are held out.
    private func target(_ count: Int) -> Int {
        min(Int((Double(count) * fraction).rounded()), count - 1)
    }

    private static func counts(_ labels: [String]) -> [String: Int] {
        Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// The positions of equal texts, by the label of the first of them, in the order of the documents.
    private static func groups(of documents: LabeledDocuments) -> [String: [[Int]]] {
        var place: [String: Int] = [:]
        var groups: [[Int]] = []
        // Texts are long: to hash them again each time the table grows costs as much as the rest.
        place.reserveCapacity(documents.count)
        for (index, text) in documents.texts.enumerated() {
            if let known = place[text] {
                groups[known].append(index)
            } else {
                place[text] = groups.count
                groups.append([index])
            }
        }
        return Dictionary(grouping: groups) { documents.labels[$0[0]] }
    }
}
