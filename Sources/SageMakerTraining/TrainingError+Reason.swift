extension TrainingError {
    /// How many names a message lists at most.
    private static let listedNames = 20

    /// What is wrong and what to do, without the place.
    public var reason: String {
        switch kind {
        case .hyperparameterValue(let name, let value, let allowed):
            "hyperparameter \(name) is \(Self.quoted(value)); allowed: \(allowed)"
        case .hyperparameterName(let name, let nearest):
            "there is no hyperparameter \(Self.quoted(name)); did you mean \(Self.quoted(nearest))?"
        case .noTrainingChannel, .inputMode, .shardedChannel, .emptyChannel, .noDocuments: channelReason
        case .nothingLeft(let documents, let name, let value):
            "hyperparameter \(name) (\(Self.quoted(value))) keeps none of \(documents) documents; check it against the data"
        case .oneClass(let label, let documents):
            "\(documents == 1 ? "the only document has" : "all \(documents) documents have") the label \(Self.quoted(label)); give documents of at least two labels"
        case .labelsDiffer(let labels, let documents):
            "\(documents) documents have \(labels) different labels; set the hyperparameter label_column, "
                + "and in CSV without a header put the label first"
        case .unsupportedFormat(let format):
            "this is \(format), which is not read; give CSV, JSON Lines, a JSON array, BlazingText lines or Parquet"
        case .missingColumn(let hyperparameter, let wanted, let seen):
            "no column \(wanted.map(Self.quoted).joined(separator: " or ")); the columns are: \(Self.list(seen)); "
                + "set the hyperparameter \(hyperparameter)"
        case .emptyLabel(let column):
            "the label (column \(Self.quoted(column))) is empty; give each document a label or take the row out"
        case .notText(let column, let found):
            "column \(Self.quoted(column)) holds \(found); give text, a number or a boolean"
        case .parameters(let reason), .malformed(let reason), .configuration(let reason): reason
        case .system(let action, let reason): "cannot \(action): \(reason)"
        case .unexpected(let reason): "this should not happen, please report it: \(reason)"
        }
    }

    private var channelReason: String {
        switch kind {
        case .noTrainingChannel(let found) where found.isEmpty:
            "no input channel; give the training data as channel \"training\" or \"train\""
        case .noTrainingChannel(let found):
            "none of the channels \(Self.list(found)) is the one to train on; name it \"training\" or \"train\""
        case .inputMode(let channel, let mode):
            "channel \(Self.quoted(channel)) comes in \(mode) mode, which is not known; use File, FastFile or Pipe"
        case .shardedChannel(let channel, let machines):
            "channel \(Self.quoted(channel)) is ShardedByS3Key over \(machines) machines, but each must see all documents; "
                + "set its S3DataDistributionType to FullyReplicated: the machines share the trees out"
        case .emptyChannel(let channel, let skipped):
            "channel \(Self.quoted(channel)) holds no data file"
                + (skipped.isEmpty ? "" : " (passed over: \(Self.list(skipped)))") + "; check its S3 prefix"
        case .noDocuments(let channel):
            "the files of channel \(Self.quoted(channel)) hold no document; check its S3 prefix"
        default: ""
        }
    }

    static func quoted(_ text: String) -> String {
        "\"\(text.prefix(100))\""
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(listedNames).map { String($0.prefix(60)) }.joined(separator: ", ")
            + (names.count > listedNames ? ", ... (\(names.count) in all)" : "")
    }
}
