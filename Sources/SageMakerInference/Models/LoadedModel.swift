import Dispatch
import Synchronization

/// A model in the store, held by the store and by each request that it answers.
final class LoadedModel: Sendable {
    let url: String
    let bytes: Int
    /// Signalled when the last holder has let go and the memory is free.
    let released = DispatchSemaphore(value: 0)
    private let served: Mutex<ServedModel?>

    init(_ model: ServedModel, url: String, bytes: Int) {
        served = Mutex(model)
        self.url = url
        self.bytes = bytes
    }

    deinit {
        // A class frees its properties after this body, but the memory must be free when the signal comes.
        served.withLock { $0 = nil }
        released.signal()
    }

    /// The model, which must not outlive this object.
    func model() throws(InferenceError) -> ServedModel {
        guard let model = served.withLock({ $0 }) else { throw InferenceError(.modelNotFound) }
        return model
    }
}
