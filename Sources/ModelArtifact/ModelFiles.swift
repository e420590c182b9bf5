internal import FoundationEssentials

/// The model files of a folder: one whole model, or the parts that several machines have written.
///
/// SageMaker puts the model folders of all machines into one archive, where files of the same name replace each other; so
/// each machine names its part after itself.
public struct ModelFiles: Sendable, Equatable {
    /// The folder.
    public let folder: String
    /// The names of the parts, sorted.
    public let parts: [String]
    /// Whether a whole model is there.
    public let hasWhole: Bool

    private static let partPrefix = "forest-"
    private static let partSuffix = ".part"

    /// Looks into a folder; one that cannot be read has no files.
    public init(folder: String) {
        self.folder = folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        parts = names.filter(Self.isPart).sorted()
        hasWhole = names.contains(ArtifactFormat.fileName)
    }

    /// The name of the part that a machine writes.
    public static func partName(host: String) -> String { partPrefix + host + partSuffix }

    /// Whether a name is that of a part.
    public static func isPart(_ name: String) -> Bool {
        name.hasPrefix(partPrefix) && name.hasSuffix(partSuffix)
            && name.utf8.count > partPrefix.count + partSuffix.count
    }

    /// The path of the whole model.
    public var whole: String { path(ArtifactFormat.fileName) }

    /// The paths of all model files.
    public var paths: [String] { (hasWhole ? [whole] : []) + parts.map(path) }

    func path(_ name: String) -> String { folder + "/" + name }
}
