/// A file that a run gets.
public struct RunArtifact: Sendable, Equatable {
    /// The folder of a run's artifacts that a registered model's version points at.
    public static let modelFolder = "model"

    /// Where it is.
    public let file: String
    /// Its name among the run's artifacts, with folders, such as `model/carteiro.model`.
    public let name: String

    /// Creates an artifact.
    public init(file: String, name: String) {
        self.file = file
        self.name = name
    }
}
