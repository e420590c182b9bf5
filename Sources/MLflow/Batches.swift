internal import JSON

/// Splits what a run gets into requests that a server takes.
enum Batches {
    /// The values in their order, in pieces of at most `most` values and `bytes` bytes; a longer value is alone.
    static func split(_ values: [JSONValue], most: Int, bytes: Int = MLflowLimits.batchBytes) -> [[JSONValue]] {
        var batches: [[JSONValue]] = []
        var batch: [JSONValue] = []
        var size = 0
        for value in values {
            let length = value.serialized().count + 1
            if !batch.isEmpty, batch.count == most || size + length > bytes {
                batches.append(batch)
                batch = []
                size = 0
            }
            batch.append(value)
            size += length
        }
        return batch.isEmpty ? batches : batches + [batch]
    }
}
