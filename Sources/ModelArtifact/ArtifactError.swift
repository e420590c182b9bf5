public import TextClassification

/// Why a model file can't be written or used.
public struct ArtifactError: Error, CustomStringConvertible {
    /// The kinds of fault.
    public enum Kind: Sendable {
        /// The file can't be opened, mapped, written or renamed; the text is the system's.
        case inputOutput(String)
        /// The file does not start as a model does.
        case notAModel
        /// A newer program wrote the file.
        case newerVersion(UInt32)
        /// The file is shorter or longer than it says.
        case wrongLength(expected: UInt64, found: UInt64)
        /// The bytes of the named part are not those that were written.
        case damaged(String)
        /// A part that serving needs is not there.
        case missing(String)
        /// A part's content is not what it should be.
        case malformed(String, reason: String)
        /// The file is one of several parts, and the others belong to it.
        case partAlone
        /// The files of a folder don't make one model.
        case parts(String)
        /// The parts don't make a classifier.
        case classifier(TextClassificationError)
    }

    /// What is wrong.
    public var kind: Kind
    /// The file's name without its folder, since messages may reach clients.
    public var file: String

    /// Creates an error of a kind about a file.
    public init(_ kind: Kind, file: String) {
        self.kind = kind
        self.file = file.split(separator: "/").last.map(String.init) ?? file
    }

    /// What is wrong, in which file, and what to do.
    public var description: String { "model file \(file): \(reason)" }

    private var reason: String {
        switch kind {
        case .inputOutput(let reason): reason
        case .notAModel: "this is not a Carteiro model; train one with `carteiro train`"
        case .newerVersion(let version):
            "it has format version \(version), but this program reads up to \(ArtifactFormat.version); update the program"
        case .wrongLength(let expected, let found):
            "it has \(found) bytes in place of \(expected); copy or train it again"
        case .damaged(let part): "the part \(part) is damaged (its checksum differs); copy or train it again"
        case .missing(let part): "the part \(part) is missing; train the model again"
        case .malformed(let part, let reason): "the part \(part) is malformed: \(reason); train the model again"
        case .partAlone: "it holds a part of a forest; give the folder with the parts of all machines"
        case .parts(let reason): reason
        case .classifier(let error): error.adviceIsGiven ? error.description : "\(error); train the model again"
        }
    }
}

extension TextClassificationError {
    /// Whether the description says what to do.
    fileprivate var adviceIsGiven: Bool {
        if case .analysis = kind { true } else { false }
    }
}
