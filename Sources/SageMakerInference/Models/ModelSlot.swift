import Synchronization

/// The place of the model, so that the server can answer `/ping` before the model is loaded.
///
/// All threads share one slot.
public final class ModelSlot: Sendable {
    /// What is in the slot.
    public enum State: Sendable {
        /// The model is not there yet.
        case loading
        /// Predictions can be made.
        case ready(ServedModel)
        /// The model could not be loaded; the reason belongs in the log, not in an answer.
        case failed
    }

    private let state: Mutex<State>

    /// Creates a slot; it is loading unless told otherwise.
    public init(_ state: sending State = .loading) {
        self.state = Mutex(state)
    }

    /// Puts another state in the slot; requests that run keep the model that they began with.
    public func set(_ newState: State) {
        state.withLock { $0 = newState }
    }

    /// Whether predictions can be made.
    public var isReady: Bool {
        if case .ready = state.withLock({ $0 }) { true } else { false }
    }

    /// The model.
    ///
    /// - Throws: `InferenceError` when it is not loaded yet or cannot be.
    public func model() throws(InferenceError) -> ServedModel {
        switch state.withLock({ $0 }) {
        case .ready(let model): return model
        case .loading: throw InferenceError(.modelNotReady)
        case .failed: throw InferenceError(.modelUnavailable)
        }
    }
}
