import FoundationEssentials
import Glibc
import Testing

@testable import ModelArtifact

struct AtomicFileTests {
    private func refusal(_ path: String) -> String? {
        do {
            try AtomicFile.write([1, 2, 3], to: path)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func newFileTakesThePlaceOfTheOldOne() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(repeating: 7, count: 100))
        try AtomicFile.write([1, 2, 3], to: folder.model)
        #expect(try folder.read() == [1, 2, 3])
        try AtomicFile.write([], to: folder.model)
        #expect(try folder.read() == [])
        #expect(try folder.names() == ["carteiro.model"])
    }

    @Test func leftoverOfAKilledProgramIsWrittenOver() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(repeating: 7, count: 100), to: ".carteiro.model.partial-\(getpid())")
        try AtomicFile.write([1, 2, 3], to: folder.model)
        #expect(try folder.read() == [1, 2, 3])
        #expect(try folder.names() == ["carteiro.model"])
    }

    @Test func absentFolderIsRefused() throws {
        let folder = try TemporaryFolder()
        #expect(
            refusal(folder.path + "/absent/carteiro.model")
                == "model file carteiro.model: can't be written: No such file or directory"
        )
        #expect(try folder.names().isEmpty)
    }

    @Test func folderInThePlaceOfTheFileStaysAndNoTemporaryFileIsLeft() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.model, withIntermediateDirectories: false)
        #expect(refusal(folder.model) == "model file carteiro.model: can't be written: Is a directory")
        #expect(try folder.names() == ["carteiro.model"])
    }

    @Test func failedWriteLeavesTheOldFileWhole() throws {
        let folder = try TemporaryFolder()
        try folder.write([7, 7])
        let temporary = ".carteiro.model.partial-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: folder.path + "/" + temporary,
            withIntermediateDirectories: false
        )
        #expect(refusal(folder.model) == "model file carteiro.model: can't be written: Is a directory")
        #expect(try folder.read() == [7, 7])
    }

    /// `/dev/full` answers each write as a full disk does.
    @Test func fullDiskLeavesTheOldFileWholeAndNoTemporaryFile() throws {
        let folder = try TemporaryFolder()
        try folder.write([7, 7])
        let temporary = folder.path + "/.carteiro.model.partial-\(getpid())"
        #expect(unsafe symlink("/dev/full", temporary) == 0)
        #expect(refusal(folder.model) == "model file carteiro.model: can't be written: No space left on device")
        #expect(try folder.read() == [7, 7])
        #expect(try folder.names() == ["carteiro.model"])
    }
}
