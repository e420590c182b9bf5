import BinaryFiles
import FoundationEssentials
import Glibc
import Testing

struct MappedFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "carteiro-mapped-\(UUID().uuidString)")

    /// Runs `body` with a folder that is there.
    private func withFolder(_ body: () throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body()
    }

    private func error(at path: String) -> MappedFileError? {
        do throws(MappedFileError) {
            _ = try MappedFile(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test func theBytesStayWhenAnotherFileTakesTheName() throws {
        try withFolder {
            let path = folder.appending(path: "file")
            try Data("carteiro".utf8).write(to: path)
            let file = try MappedFile(path: path.path)
            try Data("another one".utf8).write(to: path, options: .atomic)
            #expect(file.withBytes { bytes in bytes.indices.map { bytes[$0] } } == Array("carteiro".utf8))
        }
    }

    @Test func whatIsNoFileIsNamed() throws {
        try withFolder {
            let empty = folder.appending(path: "empty").path
            let pipe = folder.appending(path: "pipe").path
            let absent = folder.appending(path: "absent").path
            try Data().write(to: URL(filePath: empty))
            let status = unsafe mkfifo(pipe, 0o600)
            try #require(status == 0)
            #expect(error(at: empty)?.description == "\(empty): is empty")
            #expect(error(at: pipe)?.description == "\(pipe): is no regular file")
            #expect(error(at: folder.path)?.description == "\(folder.path): is no regular file")
            #expect(error(at: absent)?.description == "\(absent): can't be opened: No such file or directory")
        }
    }
}
