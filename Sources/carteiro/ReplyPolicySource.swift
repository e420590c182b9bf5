import AutomaticReplies
import FoundationEssentials
import Glibc

/// Reads policy files.
enum ReplyPolicySource {
    /// A file that cannot be read.
    struct Unreadable: Error, CustomStringConvertible {
        let description: String
    }

    /// The policy of a file.
    ///
    /// - Throws: `Unreadable`, or `ReplyPolicyError` with the places of the faults.
    static func read(_ path: String) throws -> ReplyPolicy {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            let reason = unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error"
            throw Unreadable(description: "the file cannot be read (\(reason)); check its path and its rights")
        }
        // A device or a pipe could give bytes without end.
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Unreadable(description: "this is no file; give the path of a JSON file")
        }
        guard status.st_size <= ReplyPolicyLimits.fileBytes else {
            throw Unreadable(
                description: "the file has \(status.st_size) bytes; it may have \(ReplyPolicyLimits.fileBytes)"
            )
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Unreadable(description: "the file cannot be read; check its rights")
        }
        return try ReplyPolicy(parsing: Array(bytes))
    }
}
