import Synchronization

/// Compares what a model answers with its training profile; all threads share one.
public final class DriftMonitor: Sendable {
    /// A feature's verdict that is another than before.
    public struct Change: Sendable, Equatable {
        /// The figure now.
        public let figure: DriftFigure
        /// The verdict before.
        public let before: DriftVerdict
    }

    /// The most documents that are compared at a time.
    public static let windowDocuments = RollingWindow.pieces * RollingWindow.pieceDocuments
    /// Documents between two looks for changed verdicts; a look costs some logarithms.
    static let documentsBetweenLooks = 500
    /// Documents that are counted under one lock, so that a long request keeps no other waiting.
    private static let documentsUnderLock = 256

    private struct State {
        var window: RollingWindow
        var verdicts: [DriftVerdict]
        var documentsSinceLook = 0
    }

    /// What the documents are compared with.
    public let profile: TrainingProfile
    private let onChange: @Sendable (Change) -> Void
    private let state: Mutex<State>

    /// Creates a monitor; `onChange` is called, on the thread that answers, when a verdict is another than before.
    public init(_ profile: TrainingProfile, onChange: @escaping @Sendable (Change) -> Void = { _ in }) {
        self.profile = profile
        self.onChange = onChange
        let verdicts = DriftFeature.allCases.map { _ in DriftVerdict.waiting }
        state = Mutex(State(window: RollingWindow(profile), verdicts: verdicts))
    }

    /// Counts the documents of an answer.
    public func observe(_ documents: [ObservedDocument]) {
        for start in stride(from: 0, to: documents.count, by: Self.documentsUnderLock) {
            let part = documents[start..<min(start + Self.documentsUnderLock, documents.count)]
            for change in count(part) { onChange(change) }
        }
    }

    /// How the window compares with the training now.
    public func report() -> DriftReport {
        DriftReport(state.withLock { $0.window }, profile)
    }

    private func count(_ documents: ArraySlice<ObservedDocument>) -> [Change] {
        state.withLock { state in
            for document in documents { state.window.add(document) }
            state.documentsSinceLook += documents.count
            guard state.documentsSinceLook >= Self.documentsBetweenLooks else { return [] }
            state.documentsSinceLook = 0
            return changes(&state)
        }
    }

    private func changes(_ state: inout State) -> [Change] {
        let figures = DriftReport(state.window, profile).figures
        defer { state.verdicts = figures.map(\.verdict) }
        return zip(figures, state.verdicts).compactMap { figure, before in
            figure.verdict == before ? nil : Change(figure: figure, before: before)
        }
    }
}
