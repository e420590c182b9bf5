import Synchronization
import Testing

@testable import DriftDetection

struct DriftMonitorTests {
    private func figures(
        _ stream: SyntheticStream,
        documents: Int,
        training: Int = 4_000
    ) -> [DriftFeature: DriftFigure] {
        var stream = stream
        let monitor = DriftMonitor(SyntheticStream.profile(documents: training))
        monitor.observe(stream.next(documents))
        return Dictionary(uniqueKeysWithValues: monitor.report().figures.map { ($0.feature, $0) })
    }

    @Test(arguments: [400, 1_000, 10_000, 100_000], [2, 3, 4, 5])
    func unshiftedStreamIsStable(training: Int, stream: Int) throws {
        let figures = figures(SyntheticStream(stream: UInt64(stream)), documents: 10_000, training: training)
        for feature in DriftFeature.allCases {
            let psi = try #require(figures[feature]?.psi)
            #expect(psi < 0.1, "\(feature), seed \(SyntheticStream.seed)")
            #expect(figures[feature]?.verdict == .stable)
        }
    }

    @Test(arguments: DriftFeature.allCases) func shiftRaisesItsOwnFigureAlone(feature: DriftFeature) throws {
        var stream = SyntheticStream(stream: 9)
        switch feature {
        case .labels: stream.labelWeights = [5, 10, 15, 40, 20, 5, 5]
        case .scores: stream.scoreFactor = 0.7
        case .lengths: stream.lengthFactor = 3
        case .unknownTerms: stream.unknownPercent = 60
        }
        let figures = figures(stream, documents: 2_000)
        #expect(try #require(figures[feature]?.psi) > 0.25)
        #expect(figures[feature]?.verdict == .act)
        // Longer texts have other shares of unknown terms too: fewer are exactly 0.
        for other in DriftFeature.allCases where other != feature && !(feature == .lengths && other == .unknownTerms) {
            #expect(try #require(figures[other]?.psi) < 0.1, "\(other)")
        }
    }

    @Test func fewDocumentsGiveNoFigure() throws {
        let waiting = figures(SyntheticStream(stream: 2), documents: 150)
        #expect(waiting.values.allSatisfy { $0.psi == nil && $0.verdict == .waiting })
        #expect(waiting.values.allSatisfy { ($0.documentsNeeded ?? 0) >= 200 })
        let never = figures(SyntheticStream(stream: 2), documents: 5_000, training: 30)
        #expect(never[.scores]?.psi == nil && never[.scores]?.documentsNeeded == nil)
    }

    @Test func neededDocumentsKeepTheSpreadWithinItsBound() throws {
        for (bins, training) in [(2, 500), (8, 480), (20, 3_000), (77, 10_000)] {
            let needed = try #require(DriftReport.documentsNeeded(bins: bins, profile: training))
            #expect(PopulationStabilityIndex.deviation(bins: bins, training, needed) <= DriftReport.widestDeviation)
        }
    }

    @Test func shiftComesAndGoesWithTheWindow() throws {
        var stream = SyntheticStream(stream: 3)
        let monitor = DriftMonitor(SyntheticStream.profile(documents: 4_000))
        stream.lengthFactor = 4
        monitor.observe(stream.next(3_000))
        #expect(monitor.report().verdict == .act)
        stream.lengthFactor = 1
        monitor.observe(stream.next(DriftMonitor.windowDocuments))
        #expect(monitor.report().verdict == .stable)
    }

    @Test func changedVerdictIsToldOnce() throws {
        let changes = Mutex<[DriftMonitor.Change]>([])
        let monitor = DriftMonitor(SyntheticStream.profile(documents: 4_000)) { change in
            changes.withLock { $0.append(change) }
        }
        var stream = SyntheticStream(stream: 4)
        monitor.observe(stream.next(2_000))
        #expect(changes.withLock { $0.map(\.figure.verdict) } == [.stable, .stable, .stable, .stable])
        stream.labelWeights.reverse()
        for _ in 0..<40 { monitor.observe(stream.next(200)) }
        let told = changes.withLock { $0.dropFirst(4).filter { $0.figure.feature == .labels } }
        #expect(told.last?.figure.verdict == .act && told.count <= 2)
        #expect(told.first?.before == .stable)
    }

    @Test func mostShiftedLabelIsNamedFirst() throws {
        var stream = SyntheticStream(stream: 5)
        stream.labelWeights = [10, 25, 15, 10, 6, 33, 1]
        let monitor = DriftMonitor(SyntheticStream.profile(documents: 4_000))
        monitor.observe(stream.next(3_000))
        let shifts = monitor.report().shiftedLabels
        #expect(Set(shifts.prefix(2).map(\.label)) == [0, 5])
        #expect(shifts.count == DriftReport.shownLabels)
    }

    @Test(arguments: [-5, 7, 1_000_000]) func strangeObservationsDoNotTrap(number: Int) {
        let monitor = DriftMonitor(SyntheticStream.profile(documents: 4_000))
        for score in [Double.nan, .infinity, -1, 2] {
            monitor.observe([ObservedDocument(label: number, score: score, terms: number, knownTerms: number * 2)])
        }
        monitor.observe([ObservedDocument(label: nil, score: 0, terms: 0, knownTerms: 0)])
        #expect(monitor.report().documents == 5)
    }

    @Test(
        arguments: [(0.0, .stable), (0.0999, .stable), (0.1, .watch), (0.25, .watch), (0.2501, .act)]
            as [(Double, DriftVerdict)]
    )
    func verdictFollowsTheBounds(psi: Double, verdict: DriftVerdict) {
        #expect(DriftVerdict(psi) == verdict)
    }
}
