import JSON
public import RandomForest

/// Some trees of a training in a file of their own: what one of several machines has grown, or a checkpoint.
///
/// A part may be a whole model too, which then answers with its own trees alone; the parts of one training make one
/// model, see `Model.open(folder:)`.
public struct ForestPart: Sendable {
    /// The trees.
    public var forest: Forest
    /// Which trees they are.
    public var share: ForestShare

    /// Creates a part.
    public init(forest: Forest, share: ForestShare) {
        self.forest = forest
        self.share = share
    }

    /// Maps a part and checks all of it before use; the trees are read in place.
    ///
    /// - Throws: `ArtifactError` with one clear line about the first fault.
    public static func open(path: String) throws(ArtifactError) -> ForestPart {
        let reader = try ArtifactReader(path: path)
        let settings = try reader.json(.metadata)
        guard let value = settings[key], let share = ForestShare(json: value),
            let classes = value[classesKey]?.intValue, (1...mostClasses).contains(classes),
            let features = value[featuresKey]?.intValue
        else { throw reader.malformed(.metadata, "it does not say which trees of a training these are") }
        return ForestPart(forest: try reader.forest(classes: classes, features: features), share: share)
    }

    /// Writes the part to a file by temporary name and rename.
    ///
    /// - Throws: `ArtifactError` with the system's reason.
    public func write(to path: String) throws(ArtifactError) {
        try AtomicFile.write(encoded(), to: path)
    }

    /// The part as a file's bytes.
    func encoded() -> [UInt8] {
        var settings = JSONObject()
        settings[Self.key] = json
        var writer = ArtifactWriter()
        writer.add(.metadata, JSONValue.object(settings).serialized())
        forest.add(to: &writer)
        return writer.encoded()
    }

    /// The key of `json` in the section `metadata`.
    static let key = "part"
    private static let classesKey = "classes"
    private static let featuresKey = "features"
    /// More than a forest is grown with; the labels that come with the parts decide.
    private static let mostClasses = 1 << 24

    /// The share, and the sizes that the forest's arrays are checked with.
    var json: JSONValue {
        var object = share.json.objectValue ?? JSONObject()
        object[Self.classesKey] = .number(JSONNumber(forest.classes))
        object[Self.featuresKey] = .number(JSONNumber(forest.features))
        return .object(object)
    }
}
