import Testing

@testable import TextAnalysis

struct ASCIIRunTests {
    /// Changed by hand to look further; a failing run prints it.
    private let seed: UInt64 = 20_261_121

    private func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private func check(_ bytes: [UInt8]) {
        let run = ASCIIRun(bytes.span.chunk(at: 0))
        let expected = bytes.prefix(while: isWord)
        let lowercased = (0..<8).map { UInt8(truncatingIfNeeded: run.lowercased >> UInt64(8 * $0)) }
        #expect(run.count == expected.count, "\(bytes)")
        #expect(run.digits == expected.count { (0x30...0x39).contains($0) }, "\(bytes)")
        #expect(Array(lowercased.prefix(run.count)) == Letters.lowercased(Array(expected)), "\(bytes)")
        #expect(lowercased.dropFirst(run.count).allSatisfy { $0 == 0 }, "\(bytes)")
    }

    @Test func everyByteAtEveryPlaceIsTakenForWhatItIs() {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<8 {
                var bytes = Array("aZ09xYk7".utf8)
                bytes[place] = byte
                check(bytes)
            }
        }
    }

    @Test func neighboursDoNotChangeEachOther() {
        var generator = SplitMix(state: seed)
        let edges: [UInt8] = [
            0, 0x2F, 0x30, 0x39, 0x3A, 0x40, 0x41, 0x5A, 0x5B, 0x60, 0x61, 0x7A, 0x7B, 0x7F, 0x80, 0xFF,
        ]
        for _ in 0..<20_000 { check((0..<8).map { _ in edges.randomElement(using: &generator) ?? 0 }) }
    }
}
