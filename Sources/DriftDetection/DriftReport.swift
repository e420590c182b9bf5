/// What a drift figure asks for.
public enum DriftVerdict: String, Sendable, CaseIterable, Comparable {
    /// There are too few documents to tell.
    case waiting
    /// Nothing to do.
    case stable
    /// Worth a look.
    case watch
    /// Look now; a new training may be due.
    case act

    /// From this figure on a feature is to be watched.
    public static let watchBound = 0.1
    /// Above this figure somebody has to act.
    public static let actBound = 0.25

    /// The verdict on a figure.
    init(_ psi: Double) {
        self = psi < Self.watchBound ? .stable : psi <= Self.actBound ? .watch : .act
    }

    /// Whether one asks for less than the other.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How far one feature has moved.
public struct DriftFigure: Sendable, Equatable {
    /// What is compared.
    public let feature: DriftFeature
    /// The index less what samples of these sizes have anyway; `nil` while there are too few documents.
    public let psi: Double?
    /// What the figure asks for.
    public let verdict: DriftVerdict
    /// How many documents the window must have; `nil` when the profile has too few for any figure.
    public let documentsNeeded: Int?
}

/// A label whose share has changed.
public struct LabelShift: Sendable, Equatable {
    /// The class.
    public let label: Int
    /// Its share of the predictions when the model was trained.
    public let trainingShare: Double
    /// Its share of the window.
    public let share: Double

    /// By how much it has changed, up or down.
    var change: Double { abs(share - trainingShare) }
}

/// How the documents of a window compare with those of the training.
public struct DriftReport: Sendable, Equatable {
    /// The widest spread that a figure may have without any shift; so 0.1 is more than three of it away.
    static let widestDeviation = 0.03
    /// The fewest documents that a figure is given for.
    static let fewestDocuments = 200
    /// The most labels that are named as shifted.
    static let shownLabels = 5

    /// How many documents are in the window.
    public let documents: Int
    /// One figure for each feature, in the order of `DriftFeature`.
    public let figures: [DriftFigure]
    /// The labels whose share has changed most, the most shifted first; empty while there are too few documents.
    public let shiftedLabels: [LabelShift]

    /// The worst of the figures' verdicts.
    public var verdict: DriftVerdict { figures.map(\.verdict).max() ?? .waiting }

    init(_ window: RollingWindow, _ profile: TrainingProfile) {
        documents = window.documents
        figures = DriftFeature.allCases.map { Self.figure($0, window.counts(of: $0), profile) }
        shiftedLabels =
            figures.first?.psi == nil ? [] : Self.shifts(from: profile.labelCounts, to: window.counts(of: .labels))
    }

    private static func figure(_ feature: DriftFeature, _ counts: [Int], _ profile: TrainingProfile) -> DriftFigure {
        let groups = BinGroups(feature, of: profile)
        let expected = groups.sums(profile.counts(of: feature))
        let needed = documentsNeeded(bins: groups.count, profile: expected.reduce(0, +))
        guard let needed, counts.reduce(0, +) >= needed,
            let index = PopulationStabilityIndex(expected: expected, observed: groups.sums(counts))
        else { return DriftFigure(feature: feature, psi: nil, verdict: .waiting, documentsNeeded: needed) }
        return DriftFigure(
            feature: feature,
            psi: index.corrected,
            verdict: DriftVerdict(index.corrected),
            documentsNeeded: needed
        )
    }

    /// The fewest documents whose figure spreads little enough; `nil` when no window has as many.
    static func documentsNeeded(bins: Int, profile: Int) -> Int? {
        guard profile > 0 else { return nil }
        // scale * spread <= widest, where scale is 1/n + 1/m.
        let spread = PopulationStabilityIndex.deviation(bins: bins, 1, 1) / 2
        let room = widestDeviation / spread - 1 / Double(profile)
        guard room > 0 else { return nil }
        let needed = max(fewestDocuments, Int(min((1 / room).rounded(.up), 1e9)))
        return needed <= RollingWindow.pieceDocuments * (RollingWindow.pieces - 1) ? needed : nil
    }

    private static func shifts(from before: [Int], to now: [Int]) -> [LabelShift] {
        let (n, m) = (Double(max(before.reduce(0, +), 1)), Double(max(now.reduce(0, +), 1)))
        var shifts: [LabelShift] = []
        for (label, counts) in zip(before, now).enumerated() where counts != (0, 0) {
            let shift = LabelShift(label: label, trainingShare: Double(counts.0) / n, share: Double(counts.1) / m)
            if shift.change > 0 { shifts.append(shift) }
        }
        return Array(shifts.sorted { $0.change > $1.change }.prefix(shownLabels))
    }
}
