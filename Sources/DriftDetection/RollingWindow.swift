/// Counts of the last documents, in a memory that does not grow.
///
/// It forgets a piece of documents at a time, the oldest, and asks no clock.
struct RollingWindow {
    /// Documents that are forgotten at once.
    static let pieceDocuments = 1_000
    /// Pieces in the window, with the one that fills.
    static let pieces = 10

    /// The first place of each feature's bins in a row.
    private let offsets: [Int]
    private let widths: [Int]
    private let shape: TrainingProfile
    /// One row a piece.
    private var rows: [[UInt32]]
    private var current = 0
    private var documentsInPiece = 0
    private var filledPieces = 0

    init(_ profile: TrainingProfile) {
        shape = profile
        widths = DriftFeature.allCases.map { profile.counts(of: $0).count }
        var offsets: [Int] = []
        var end = 0
        for width in widths {
            offsets.append(end)
            end += width
        }
        self.offsets = offsets
        rows = Array(repeating: Array(repeating: 0, count: end), count: Self.pieces)
    }

    /// How many documents are in the window.
    var documents: Int { filledPieces * Self.pieceDocuments + documentsInPiece }

    /// Counts a document; O(bins), without allocation.
    mutating func add(_ document: ObservedDocument) {
        if documentsInPiece == Self.pieceDocuments { beginPiece() }
        documentsInPiece += 1
        if let label = document.label, label < widths[0], label >= 0 {
            rows[current][offsets[0] + label] += 1
            rows[current][offsets[1] + shape.scores.bin(of: document.score)] += 1
        }
        rows[current][offsets[2] + shape.lengths.bin(of: Double(document.terms))] += 1
        if let share = document.unknownShare {
            rows[current][offsets[3] + shape.unknownShares.bin(of: share)] += 1
        }
    }

    /// The counts of a feature, bin by bin.
    func counts(of feature: DriftFeature) -> [Int] {
        guard let index = DriftFeature.allCases.firstIndex(of: feature) else { return [] }
        return (offsets[index]..<offsets[index] + widths[index]).map { place in
            rows.reduce(0) { $0 + Int($1[place]) }
        }
    }

    private mutating func beginPiece() {
        current = (current + 1) % Self.pieces
        documentsInPiece = 0
        filledPieces = min(filledPieces + 1, Self.pieces - 1)
        for place in rows[current].indices { rows[current][place] = 0 }
    }
}
