/// What ended a training job, and where.
public struct TrainingError: Error, Equatable, CustomStringConvertible {
    /// Who has to act.
    public enum Fault: String, Sendable, CaseIterable {
        /// The job's data or hyperparameters.
        case user
        /// This program.
        case algorithm
        /// The machine or the service: a disk, a mount, a configuration file.
        case platform

        /// The exit code of the process.
        public var exitCode: Int32 {
            switch self {
            case .user: 1
            case .algorithm: 2
            case .platform: 3
            }
        }
    }

    /// The kinds of fault.
    public enum Kind: Equatable, Sendable {
        /// A hyperparameter's value is not allowed.
        case hyperparameterValue(name: String, value: String, allowed: String)
        /// A hyperparameter's name is not known, but much like a known one.
        case hyperparameterName(String, nearest: String)
        /// Hyperparameters that do not go together, or that the data rules out.
        case parameters(String)
        /// None of the channels is the one to train on.
        case noTrainingChannel(found: [String])
        /// A channel comes in an input mode that is not known.
        case inputMode(channel: String, mode: String)
        /// A channel is shared out among several machines.
        case shardedChannel(String, machines: Int)
        /// A channel has no data file; `skipped` are files that are no data by their name.
        case emptyChannel(String, skipped: [String])
        /// A channel has files, but no document.
        case noDocuments(channel: String)
        /// A hyperparameter keeps out all documents.
        case nothingLeft(of: Int, after: String, value: String)
        /// All documents have one label.
        case oneClass(String, documents: Int)
        /// Nearly every document has a label of its own, so that the column is hardly the label.
        case labelsDiffer(labels: Int, documents: Int)
        /// A data file is in a format that is not read.
        case unsupportedFormat(String)
        /// A column or key is not in the data.
        case missingColumn(hyperparameter: String, wanted: [String], seen: [String])
        /// A document has no label.
        case emptyLabel(column: String)
        /// A value is neither text nor a number nor a boolean.
        case notText(column: String, found: String)
        /// The bytes of a data file are not what its format asks for.
        case malformed(String)
        /// A configuration file of the service cannot be understood.
        case configuration(String)
        /// The operating system refused something.
        case system(action: String, reason: String)
        /// Something that should not happen.
        case unexpected(String)
    }

    /// What is wrong.
    public var kind: Kind
    /// The file, relative to the folder of the channels, and within it the line.
    public var place: String?

    /// Creates an error of a kind, at a place where there is one.
    public init(_ kind: Kind, at place: String? = nil) {
        self.kind = kind
        self.place = place
    }

    /// Who has to act.
    public var fault: Fault {
        switch kind {
        case .hyperparameterValue, .hyperparameterName, .parameters, .noTrainingChannel, .inputMode, .shardedChannel,
            .emptyChannel,
            .noDocuments, .nothingLeft, .oneClass, .labelsDiffer, .unsupportedFormat, .missingColumn, .emptyLabel,
            .notText,
            .malformed:
            .user
        case .configuration, .system: .platform
        case .unexpected: .algorithm
        }
    }

    /// The exit code of the process.
    public var exitCode: Int32 { fault.exitCode }

    /// The place, what is wrong and what to do.
    public var description: String {
        place.map { "\($0): \(reason)" } ?? reason
    }
}
