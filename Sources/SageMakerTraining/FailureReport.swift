internal import FoundationEssentials
internal import Glibc

/// The file `output/failure`, whose first 1,024 characters become the job's failure reason.
public struct FailureReport: Sendable, Equatable {
    /// How many characters the service shows.
    public static let shownCharacters = 1024
    private static let ending = "..."

    /// What the file says: who has to act, then the message; no longer than the service shows.
    public let text: String

    /// Creates the report of an error.
    public init(_ error: TrainingError) {
        let message = "\(Self.title(of: error.fault)): \(error.description)"
        text = Self.shortened(message, to: Self.shownCharacters)
    }

    /// Writes the file, with its folders, unless there is one already: the first failure is the cause of later ones.
    ///
    /// - Returns: whether the file was written. There is nothing more to do about it when it was not; the message is
    ///   in the log too.
    @discardableResult
    public func write(to path: String) -> Bool {
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try? FileManager.default.createDirectory(
                atPath: String(path[..<slash]),
                withIntermediateDirectories: true
            )
        }
        let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return StandardStream.write(text + "\n", to: descriptor)
    }

    private static func title(of fault: TrainingError.Fault) -> String {
        switch fault {
        case .user: "User error"
        case .algorithm: "Algorithm error"
        case .platform: "Platform error"
        }
    }

    /// Cuts a text between two characters as people see them, so that it has at most so many Unicode scalars.
    static func shortened(_ text: String, to most: Int) -> String {
        guard text.unicodeScalars.count > most else { return text }
        var kept = ""
        var room = most - ending.unicodeScalars.count
        for character in text {
            room -= character.unicodeScalars.count
            if room < 0 { break }
            kept.append(character)
        }
        return kept + ending
    }
}
