import TextAnalysis

/// The name that somebody may have meant.
enum NearestName {
    /// The longest name that is compared; the cost of a comparison is the product of the lengths.
    private static let longestName = 200

    /// The known name that is most like `name`; nil when none is much like it.
    static func of(_ name: String, among known: some Sequence<String>) -> String? {
        guard name.utf8.count <= longestName else { return nil }
        let distances = known.filter { $0.utf8.count <= longestName }.map { candidate in
            (name: candidate, distance: EditDistance.between(name, candidate))
        }
        guard let nearest = distances.min(by: { $0.distance < $1.distance }) else { return nil }
        return nearest.distance <= max(1, min(name.utf8.count, nearest.name.utf8.count) / 3) ? nearest.name : nil
    }
}
