internal import FoundationEssentials
internal import ModelArtifact
internal import Tar

/// Unpacks the model files of an archive as SageMaker makes it: `model.tar.gz`, or the same without gzip.
struct ModelArchive {
    /// The most bytes of all model files of an archive.
    static let mostBytes = 4 << 30
    /// The names that an archive may have.
    private static let endings = [".tar.gz", ".tgz", ".tar"]

    private let path: String
    private let name: String

    /// Takes an archive; messages call it `name`.
    init(_ path: String, called name: String) {
        self.path = path
        self.name = name
    }

    /// Whether a file's name is that of an archive.
    static func isArchive(_ name: String) -> Bool {
        endings.contains { name.lowercased().hasSuffix($0) }
    }

    /// Writes the archive's model files into a folder; their folders inside the archive and other files are passed over.
    ///
    /// - Throws: `TrainingError` when the archive cannot be read or holds no model file.
    func unpack(to folder: String) throws(TrainingError) {
        do throws(TrainingError) {
            try unpackFiles(to: folder)
        } catch {
            throw error.place == nil ? TrainingError(error.kind, at: name) : error
        }
    }

    private func unpackFiles(to folder: String) throws(TrainingError) {
        var data = try DataFile(path)
        var reader = TarReader()
        var file: (name: String, bytes: [UInt8])?
        var (files, total) = (0, 0)
        while let chunk = try data.next() {
            for event in try events(of: chunk, &reader) {
                switch event {
                case .file(let name, let size):
                    let base = name.split(separator: "/").last.map(String.init) ?? ""
                    guard base == ArtifactFormat.fileName || ModelFiles.isPart(base) else { continue }
                    total += size
                    guard total <= Self.mostBytes else {
                        throw TrainingError(.malformed("its model files have more than \(Self.mostBytes) bytes"))
                    }
                    file = (base, [])
                case .bytes(let bytes): file?.bytes += bytes
                case .endOfFile:
                    guard let done = file else { continue }
                    try Self.write(done.bytes, to: folder + "/" + done.name)
                    file = nil
                    files += 1
                }
            }
        }
        try finish(reader)
        guard files > 0 else {
            throw TrainingError(
                .malformed("the archive holds no \(ArtifactFormat.fileName); give the model.tar.gz of a training")
            )
        }
    }

    private func events(of chunk: [UInt8], _ reader: inout TarReader) throws(TrainingError) -> [TarEvent] {
        do {
            return try reader.append(chunk)
        } catch {
            throw TrainingError(.malformed("\(error)"))
        }
    }

    private func finish(_ reader: TarReader) throws(TrainingError) {
        do {
            try reader.finish()
        } catch {
            throw TrainingError(.malformed("\(error)"))
        }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(TrainingError) {
        do {
            try Data(bytes).write(to: URL(filePath: path))
        } catch {
            throw TrainingError(.system(action: "unpack the model to \(path)", reason: "\(error)"))
        }
    }
}
