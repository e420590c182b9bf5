import RandomForest
import TextClassification

extension Model {
    /// Opens the model of a folder: a whole one, or the parts that several machines have written.
    ///
    /// What is not the forest comes from the first machine's part. Parts are joined in memory; the joined forest is the
    /// one that a single machine would have grown.
    ///
    /// - Throws: `ArtifactError` when a file is at fault, or a part is missing, there twice or of another training.
    public static func open(folder: String) throws(ArtifactError) -> Model {
        let files = ModelFiles(folder: folder)
        guard let first = files.parts.first else { return try open(path: files.whole) }
        guard !files.hasWhole else {
            let reason = "the folder also holds the part \(first) of another model; keep one of the two"
            throw ArtifactError(.parts(reason), file: files.whole)
        }
        let set = try PartSet(files)
        var model = try openPart(path: files.path(set.leader))
        model.classifier = try set.classifier(from: model.classifier)
        if set.treesAskedFor > model.trees { model.metadata.treesAskedFor = set.treesAskedFor }
        return model
    }
}

/// The parts of one training, by the numbers of their trees; all are there, each once.
private struct PartSet {
    private let parts: [(name: String, part: ForestPart)]

    init(_ files: ModelFiles) throws(ArtifactError) {
        var parts: [(name: String, part: ForestPart)] = []
        for name in files.parts { parts.append((name, try ForestPart.open(path: files.path(name)))) }
        self.parts = parts.sorted { $0.part.share.index < $1.part.share.index }
        try checkTraining()
        try checkPlaces()
    }

    /// The file that holds all but the other parts' trees.
    var leader: String { parts.first?.name ?? "" }

    /// How many trees all parts were to have.
    var treesAskedFor: Int { parts.reduce(0) { $0 + $1.part.share.treesAskedFor } }

    /// The leader's classifier with the trees of all parts.
    func classifier(from leading: TextClassifier) throws(ArtifactError) -> TextClassifier {
        do {
            return try TextClassifier(
                analyzerState: leading.analyzerState,
                vectorizer: leading.vectorizer,
                forest: Forest(joining: parts.map(\.part.forest)),
                labels: leading.labels
            )
        } catch let error as TextClassificationError {
            throw ArtifactError(.classifier(error), file: leader)
        } catch {
            throw ArtifactError(
                .parts("the parts don't make one forest: \(error); train the model again"),
                file: leader
            )
        }
    }

    private func checkTraining() throws(ArtifactError) {
        guard let first = parts.first else { return }
        for (name, part) in parts {
            let (share, other) = (part.share, first.part.share)
            guard share.training == other.training, share.count == other.count else {
                throw fault(
                    "it is of another training than \(first.name); put the parts of one training into the folder",
                    name
                )
            }
        }
    }

    private func checkPlaces() throws(ArtifactError) {
        var nextTree = 0
        for (index, (name, part)) in parts.enumerated() {
            let share = part.share
            if index > 0, parts[index - 1].part.share.index == share.index {
                throw fault("it holds the same trees as \(parts[index - 1].name); keep one of the two", name)
            }
            guard share.index == index else { throw missing(index) }
            guard share.firstTree == nextTree, part.forest.trees <= share.treesAskedFor else {
                throw fault("its trees don't follow those of the part before; train the model again", name)
            }
            nextTree += share.treesAskedFor
        }
        if let count = parts.first?.part.share.count, parts.count < count { throw missing(parts.count) }
    }

    private func missing(_ index: Int) -> ArtifactError {
        let count = parts.first?.part.share.count ?? 1
        return fault(
            "part \(index + 1) of \(count) is missing (there are \(parts.map(\.name).joined(separator: ", "))); "
                + "put the parts of all machines into the folder, or train again",
            "forest-*.part"
        )
    }

    private func fault(_ reason: String, _ file: String) -> ArtifactError {
        ArtifactError(.parts(reason), file: file)
    }
}
