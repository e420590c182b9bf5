/// Why a file could not be mapped.
public struct MappedFileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The sorts of failure.
    public enum Kind: Sendable, Equatable {
        /// The system refused; with what was tried and its reason.
        case system(String)
        /// A folder, pipe or device stands under the path.
        case notRegular
        /// The file has no bytes.
        case empty
    }

    /// What is wrong.
    public let kind: Kind
    /// The file's path.
    public let file: String

    /// Creates an error of a kind for a file.
    public init(_ kind: Kind, file: String) {
        self.kind = kind
        self.file = file
    }

    /// What is wrong, without the file.
    public var reason: String {
        switch kind {
        case .system(let reason): reason
        case .notRegular: "is no regular file"
        case .empty: "is empty"
        }
    }

    /// The file and what is wrong.
    public var description: String { "\(file): \(reason)" }
}
