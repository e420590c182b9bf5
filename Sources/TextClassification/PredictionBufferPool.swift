import FeatureExtraction
import RandomForest
import Synchronization
import TextAnalysis

/// What one thread needs while it predicts.
struct PredictionBuffer: Sendable {
    var analysis = AnalysisBuffer()
    var features = TfidfVectorizer.Buffer()
    var levels: DocumentLevels
    var probabilities: [Float]

    init(_ forest: Forest) {
        levels = DocumentLevels(for: forest)
        probabilities = Array(repeating: 0, count: forest.classes)
    }
}

/// Buffers that are free; as many come to be as threads predict at once.
final class PredictionBufferPool: Sendable {
    private let forest: Forest
    private let free = Mutex<[PredictionBuffer]>([])

    init(_ forest: Forest) {
        self.forest = forest
    }

    /// Calls `body` with buffers that no other thread uses meanwhile.
    func withBuffer<Result>(_ body: (inout PredictionBuffer) -> Result) -> Result {
        var buffer = free.withLock { $0.popLast() } ?? PredictionBuffer(forest)
        defer { free.withLock { $0.append(buffer) } }
        return body(&buffer)
    }
}
