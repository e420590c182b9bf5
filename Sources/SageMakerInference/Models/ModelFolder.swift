import Glibc

/// The folder of a model, named by whoever asks to load it and therefore checked.
struct ModelFolder: Sendable, Equatable {
    /// Folders of the system in which no model can lie.
    private static let forbidden = ["/dev", "/proc", "/sys"]

    /// The path without links and dots.
    let path: String

    /// Finds the folder that `url`, an absolute path, names.
    init(url: String) throws(InferenceError) {
        guard url.hasPrefix("/"), !url.utf8.contains(0), !url.split(separator: "/").contains("..") else {
            throw InferenceError(.invalidModelURL)
        }
        guard let path = Self.resolved(url) else { throw InferenceError(.modelFolderNotFound) }
        guard !Self.forbidden.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) else {
            throw InferenceError(.invalidModelURL)
        }
        var status = stat()
        guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw InferenceError(.modelFolderNotFound)
        }
        self.path = path
    }

    private static func resolved(_ path: String) -> String? {
        // realpath gives a string of its own, which must be freed.
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(validatingCString: resolved)
    }
}
