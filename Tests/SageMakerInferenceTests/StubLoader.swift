import Dispatch
import HTTP
import Synchronization
import TextClassification

@testable import SageMakerInference

/// Loads stubs whose life and death can be watched.
final class StubLoader: ModelLoading {
    /// What happened, in order.
    let events = Mutex<[String]>([])
    /// What the next load waits for.
    let gate = Mutex<DispatchSemaphore?>(nil)
    /// Whether a load waits.
    let isOpening = Mutex(false)
    private let size: Int

    init(bytes size: Int = 100) {
        self.size = size
    }

    func bytes(folder: String) -> Int? { folder.hasSuffix("empty") ? nil : size }

    func open(folder: String) throws(InferenceError) -> ServedModel {
        if let gate = gate.withLock({ $0 }) {
            isOpening.withLock { $0 = true }
            gate.wait()
        }
        if folder.hasSuffix("damaged") { throw InferenceError(.modelUnusable("model file x: it is damaged")) }
        note("open")
        return ServedModel(WatchedClassifier { [weak self] in self?.note("free") })
    }

    func trim() { note("trim") }

    func note(_ event: String) { events.withLock { $0.append(event) } }
}

/// The stub with an end that can be noticed.
final class WatchedClassifier: TextClassifying {
    private let stub = StubClassifier()
    private let atEnd: @Sendable () -> Void

    init(atEnd: @escaping @Sendable () -> Void) {
        self.atEnd = atEnd
    }

    deinit { atEnd() }

    var labels: [String] { stub.labels }

    func predict(_ texts: [String]) -> [Prediction] { stub.predict(texts) }
}
