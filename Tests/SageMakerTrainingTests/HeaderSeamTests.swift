import Testing

@testable import SageMakerTraining

struct HeaderSeamTests {
    static let joined =
        "text,label\num,a\ndois,btext,label\ntr\u{EA}s,c\ntext,label\n\"q\",\"d\"text,label\r\ntext,text,label,x\n"
    static let repaired =
        "text,label\num,a\ndois,b\ntext,label\ntr\u{EA}s,c\ntext,label\n\"q\",\"d\"\ntext,label\r\ntext,text,label,x\n"

    @Test(arguments: 1...30)
    func lineEndIsPutBeforeEachHeader(size: Int) throws {
        let bytes = Array(Self.joined.utf8)
        var seam = try #require(HeaderSeam(start: bytes))
        var repaired: [UInt8] = []
        for begin in stride(from: 0, to: bytes.count, by: size) {
            repaired += seam.repair(Array(bytes[begin..<min(begin + size, bytes.count)]))
        }
        repaired += seam.finish()
        #expect(String(decoding: repaired, as: UTF8.self) == Self.repaired)
    }

    @Test(arguments: ["", "text,label", "\ntext"])
    func withoutAWholeFirstLineThereIsNothingToLookFor(start: String) {
        #expect(HeaderSeam(start: Array(start.utf8)) == nil)
    }

    @Test func headerWithAByteOrderMarkIsFoundWithIt() throws {
        let bytes = Array("\u{FEFF}text,label\num,a\u{FEFF}text,label\n".utf8)
        var seam = try #require(HeaderSeam(start: bytes))
        let repaired = seam.repair(bytes) + seam.finish()
        #expect(String(decoding: repaired, as: UTF8.self) == "\u{FEFF}text,label\num,a\n\u{FEFF}text,label\n")
    }
}
