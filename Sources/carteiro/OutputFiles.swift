import FoundationEssentials

/// The files that a job has written.
enum OutputFiles {
    private static let deepestFolder = 8

    /// The regular files below a folder with their names from there, in the order of their paths; hidden ones are left
    /// out, and of more than `most` and one the rest.
    static func below(_ folder: String, most: Int) -> [(path: String, name: String)] {
        var files: [(path: String, name: String)] = []
        walk(folder, prefix: "", depth: 0, most: most, into: &files)
        return files
    }

    private static func walk(
        _ folder: String,
        prefix: String,
        depth: Int,
        most: Int,
        into files: inout [(path: String, name: String)]
    ) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where !name.hasPrefix(".") && files.count <= most {
            let path = "\(folder)/\(name)"
            var isDirectory = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { continue }
            if !isDirectory {
                files.append((path, prefix + name))
            } else if depth < deepestFolder {
                walk(path, prefix: "\(prefix)\(name)/", depth: depth + 1, most: most, into: &files)
            }
        }
    }
}
