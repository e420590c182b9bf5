import BinaryFiles
import FoundationEssentials
import Glibc
import TestSupport
import Testing

struct MappedFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
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
        let path = folder.path + "/file"
        try folder.write(Data("carteiro".utf8), to: "file")
        let file = try MappedFile(path: path)
        try Data("another one".utf8).write(to: URL(filePath: path), options: .atomic)
        #expect(file.withBytes { bytes in bytes.indices.map { bytes[$0] } } == Array("carteiro".utf8))
    }

    @Test func whatIsNoFileIsNamed() throws {
        let (empty, pipe, absent) = (folder.path + "/empty", folder.path + "/pipe", folder.path + "/absent")
        try folder.write(Data(), to: "empty")
        let status = unsafe mkfifo(pipe, 0o600)
        try #require(status == 0)
        #expect(error(at: empty)?.description == "\(empty): is empty")
        #expect(error(at: pipe)?.description == "\(pipe): is no regular file")
        #expect(error(at: folder.path)?.description == "\(folder.path): is no regular file")
        #expect(error(at: absent)?.description == "\(absent): can't be opened: No such file or directory")
    }
}
