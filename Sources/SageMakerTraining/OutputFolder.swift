import FoundationEssentials

/// A folder that the job writes to.
enum OutputFolder {
    /// Makes the folder and those above it, where they are not there yet.
    static func create(_ path: String) throws(TrainingError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw TrainingError(.system(action: "create the folder \(path)", reason: "\(error)"))
        }
    }
}
