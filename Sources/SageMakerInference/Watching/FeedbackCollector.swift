import DriftDetection
import Synchronization
import TextAnalysis

/// Keeps what people say of predictions: masked texts in files, and how often the predictions were right; all threads
/// share one.
public final class FeedbackCollector: Sendable {
    /// The judgements since the start of the process.
    struct Summary: Sendable {
        var accuracy = AccuracyByDay()
        var documents = 0
        var right = 0
    }

    let limits: FeedbackLimits
    private let today: @Sendable () -> Int
    private let files: Mutex<FeedbackFiles>
    /// Behind a lock of its own, so that who reads it never waits for a disk.
    private let judgements = Mutex(Summary())

    /// Creates a collector.
    ///
    /// - Parameters:
    ///   - folder: the folder of the files, made with the first of them.
    ///   - limits: how much is taken and kept.
    ///   - today: the number of days since 1970-01-01 in UTC.
    public init(
        folder: String,
        limits: FeedbackLimits = FeedbackLimits(),
        today: @escaping @Sendable () -> Int
    ) {
        self.limits = limits
        self.today = today
        files = Mutex(FeedbackFiles(folder: folder, limits: limits))
    }

    var summary: Summary { judgements.withLock { $0 } }

    /// Writes records with the label that each was given, and counts them; all of them or none.
    ///
    /// - Returns: How many labels were right.
    func add(_ records: [(record: FeedbackRecord, predicted: String)]) throws(InferenceError) -> Int {
        let day = UTCDay(number: today())
        var lines: [UInt8] = []
        for (record, predicted) in records {
            lines += record.line(masked: TextAnalyzer.masked(record.text), predicted: predicted, day: day)
        }
        let right = records.count { $0.record.label == $0.predicted }
        try files.withLock { files throws(InferenceError) in try files.append(lines) }
        judgements.withLock { judgements in
            judgements.accuracy.add(right: right, of: records.count, on: day.number)
            judgements.documents += records.count
            judgements.right += right
        }
        return right
    }
}
