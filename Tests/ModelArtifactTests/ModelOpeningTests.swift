import FoundationEssentials
import Glibc
import Testing
import TextAnalysis
import TextClassification

@testable import ModelArtifact

struct ModelOpeningTests {
    private func refusal(_ path: String) -> String? {
        do {
            _ = try Model.open(path: path)
            return nil
        } catch {
            return error.description
        }
    }

    private static let notAModel = "this is not a Carteiro model; train one with `carteiro train`"

    @Test func absentFileIsNamedWithoutItsFolder() throws {
        let folder = try TemporaryFolder()
        #expect(refusal(folder.model) == "model file carteiro.model: can't be opened: No such file or directory")
    }

    @Test func folderIsNotAModel() throws {
        let folder = try TemporaryFolder()
        let name = folder.path.split(separator: "/").last ?? ""
        #expect(refusal(folder.path) == "model file \(name): " + Self.notAModel)
    }

    @Test func emptyFileIsNotAModel() throws {
        let folder = try TemporaryFolder()
        #expect(try folder.refusal(of: []) == Self.notAModel)
    }

    @Test func otherFilesAreNotModels() throws {
        let folder = try TemporaryFolder()
        #expect(
            try folder.refusal(of: Array("{\"model\": \"of another program, of more than 32 bytes\"}".utf8))
                == Self.notAModel
        )
        #expect(refusal("/dev/null") == "model file null: " + Self.notAModel)
    }

    @Test func pipeWithoutAWriterIsNotAModelAndDoesNotHoldTheProgram() throws {
        let folder = try TemporaryFolder()
        #expect(unsafe mkfifo(folder.model, 0o600) == 0)
        #expect(refusal(folder.model) == "model file carteiro.model: " + Self.notAModel)
    }

    @Test func fileThatCannotBeReachedIsRefused() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "file")
        #expect(refusal(folder.path + "/file/model") == "model file model: can't be opened: Not a directory")
        #expect(unsafe symlink(folder.model, folder.model) == 0)
        #expect(
            refusal(folder.model) == "model file carteiro.model: can't be opened: Too many levels of symbolic links"
        )
        #expect(refusal("") == "model file : can't be opened: No such file or directory")
    }

    @Test(arguments: [ArtifactFormat.version + 1, 100, UInt32.max]) func newerVersionAsksForANewerProgram(
        _ version: UInt32
    ) throws {
        let folder = try TemporaryFolder()
        var bytes = try SampleModel.train().encoded()
        bytes.set(version, at: 8)
        for bytes in [bytes, bytes.resealed(), bytes + [1, 2, 3]] {
            #expect(
                try folder.refusal(of: bytes)
                    == "it has format version \(version), but this program reads up to \(ArtifactFormat.version); update the program"
            )
        }
    }

    @Test func fileIsMappedAsLongAsItsModelLives() throws {
        let folder = try TemporaryFolder()
        var bytes = try SampleModel.train().encoded()
        var model: Model? = try folder.open(bytes)
        #expect(try isMapped(folder))
        #expect(model?.classifier.predict(["cupom"]).count == 1)
        model = nil
        #expect(try !isMapped(folder) && !isOpen(folder))
        bytes[bytes.count - 1] ^= 1
        #expect(try folder.refusal(of: bytes) != nil)
        #expect(try !isMapped(folder) && !isOpen(folder))
    }

    /// Whether this process has a file of the folder in its memory.
    private func isMapped(_ folder: TemporaryFolder) throws -> Bool {
        let descriptor = unsafe open("/proc/self/maps", O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var (maps, piece) = ([] as [UInt8], Array(repeating: 0 as UInt8, count: 4096))
        while case let count = unsafe read(descriptor, &piece, piece.count), count > 0 { maps += piece[..<count] }
        return String(decoding: maps, as: UTF8.self).contains(folder.path)
    }

    /// Whether this process has a file of the folder open; other tests open and close theirs meanwhile.
    private func isOpen(_ folder: TemporaryFolder) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").contains { name in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + name)
            return target?.contains(folder.path) == true
        }
    }

    @Test func errorOfTheClassifierSpeaksForItself() {
        let error = TextAnalysisError(.malformedFormMap(reason: "cut short"), at: "pt")
        #expect(
            ArtifactError(.classifier(TextClassificationError(.analysis(error))), file: "a/b/m").description
                == "model file m: \(error.description)"
        )
    }
}
