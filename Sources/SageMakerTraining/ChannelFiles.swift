internal import FoundationEssentials

/// The files below a channel's folder, in the order of their paths; S3 key folders are kept by the service.
struct ChannelFiles: Sendable, Equatable {
    /// The deepest folder that is looked into.
    static let deepestFolder = 64
    /// The most files in one channel.
    static let mostFiles = 1_000_000

    /// Files at the root of a channel that say something of the job and hold no documents.
    static let configurationNames: Set = [SubstitutionsFile.name, ReplyPolicyFile.name]

    /// The data files, relative to the channel's folder.
    private(set) var data: [String] = []
    /// Files that are no data by their name.
    private(set) var skipped: [String] = []

    /// The folders that were looked into, without links, so that a circle of links ends.
    private var visited: Set<String> = []

    /// Walks the folder of a channel.
    init(of channel: InputChannel) throws(TrainingError) {
        if FileManager.default.fileExists(atPath: channel.directory) {
            try walk(channel.directory, below: "", depth: 0)
        }
        data.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        skipped.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Whether a name marks a file or folder that is no data: hidden ones, the marks that Hadoop and Spark leave
    /// (`_SUCCESS`), checksums and SageMaker's manifests.
    static func isSkipped(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("_")
            || [".manifest", ".metadata", ".crc"].contains { name.lowercased().hasSuffix($0) }
    }

    private mutating func walk(_ directory: String, below prefix: String, depth: Int) throws(TrainingError) {
        let resolved = URL(filePath: directory).resolvingSymlinksInPath().path
        guard visited.insert(resolved).inserted else { return }
        for name in try Self.names(in: directory).sorted() {
            let path = directory + "/" + name
            var isDirectory = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { continue }
            if Self.isSkipped(name) || prefix.isEmpty && Self.configurationNames.contains(name) {
                skipped.append(prefix + name)
            } else if isDirectory {
                if depth < Self.deepestFolder { try walk(path, below: prefix + name + "/", depth: depth + 1) }
            } else {
                data.append(prefix + name)
            }
            guard data.count <= Self.mostFiles else {
                throw TrainingError(.malformed("more than \(Self.mostFiles) files; join small files"), at: directory)
            }
        }
    }

    private static func names(in directory: String) throws(TrainingError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw TrainingError(.system(action: "list \(directory)", reason: "\(error)"))
        }
    }
}
