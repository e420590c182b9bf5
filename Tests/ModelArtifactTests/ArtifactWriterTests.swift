import Dataset
import Testing

@testable import ModelArtifact

struct ArtifactWriterTests {
    @Test func layoutIsThatOfTheSpecification() {
        var writer = ArtifactWriter()
        writer.add(.labels, Array("[]".utf8))
        writer.add(.idf, [] as [UInt8])
        writer.add(.treeStarts, FrozenArray([0x0403_0201] as [UInt32]))
        let file = writer.encoded()
        #expect(Array(file[0..<8]) == Array("CARTEIRO".utf8))
        #expect(Array(file[8..<16]) == [2, 0, 0, 0, 3, 0, 0, 0])
        #expect(file.number(at: 16) == 196 && file.count == 196)
        #expect(Array(file[24..<28]) == [0, 0, 0, 0])
        #expect(Array(file[32..<40]) == Array("labels\0\0".utf8))
        #expect([40, 48, 72, 80, 104, 112].map { file.number(at: $0) } == [128, 2, 192, 0, 192, 4])
        #expect(Array(file[128..<130]) == Array("[]".utf8))
        #expect(file[130..<192].allSatisfy { $0 == 0 })
        #expect(Array(file[192...]) == [1, 2, 3, 4])
        #expect(file.resealed() == file)
    }

    @Test func namesOfSectionsFitTheTable() {
        for section in ArtifactSection.allCases {
            #expect((1...8).contains(section.rawValue.utf8.count) && section.rawValue.utf8.allSatisfy { $0 < 0x80 })
        }
    }

    @Test func sectionsStartAtMultiplesOf64() {
        #expect([0, 1, 63, 64, 65, 128].map(ArtifactFormat.sectionStart(after:)) == [0, 64, 64, 64, 128, 128])
    }
}
