import CSV
import Dataset
import Testing

@testable import SageMakerInference

struct RecordSlicerTests {
    private static let bytes: [UInt8] = [0x22, 0x0A, 0x61, 0x62]

    /// The slices of a body that comes in pieces of random lengths.
    private func slices(
        _ body: [UInt8],
        hasQuotes: Bool,
        using generator: inout SeededGenerator
    ) throws -> [[UInt8]] {
        var limits = InvocationLimits()
        limits.sliceBytes = Int.random(in: 1...200, using: &generator)
        var slicer = RecordSlicer(hasQuotes: hasQuotes, limits: limits)
        var slices: [[UInt8]] = []
        var rest = body[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...90, using: &generator))
            rest = rest.dropFirst(piece.count)
            slicer.append(Array(piece))
            while let slice = try slicer.next() { slices.append(slice) }
        }
        return slices + [slicer.rest()]
    }

    private func recordCount(_ bytes: [UInt8]) throws -> Int {
        var reader = CSVReader(bytes: bytes, dialect: CSVDialect(skipsBlankLines: false))
        var count = 0
        while try reader.nextRecord() != nil { count += 1 }
        return count
    }

    @Test func slicesAreWholeRecordsWhateverThePieces() throws {
        let seed: UInt64 = 20_261_121
        var generator = SeededGenerator(seed: seed)
        let fields = ["a", "", "two words", "\"q\"\"q\"", "\"line\nend\"", "\"x,\r\ny\"", "ção"]
        for round in 0..<500 {
            let records = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                (0..<3).map { _ in fields.randomElement(using: &generator) ?? "" }.joined(separator: ",")
            }
            let ending = Bool.random(using: &generator) ? "\n" : "\r\n"
            let body = Array(records.map { $0 + ending }.joined().utf8)
            let slices = try slices(body, hasQuotes: true, using: &generator)
            #expect(slices.flatMap { $0 } == body, "seed \(seed), round \(round)")
            let count = try slices.reduce(0) { $0 + (try recordCount($1)) }
            #expect(count == records.count, "seed \(seed), round \(round)")
        }
    }

    @Test func linesAreNeverCut() throws {
        let seed: UInt64 = 20_261_122
        var generator = SeededGenerator(seed: seed)
        for round in 0..<500 {
            let body = (0..<Int.random(in: 0...800, using: &generator)).map { _ in
                Self.bytes.randomElement(using: &generator) ?? 0x61
            }
            let slices = try slices(body, hasQuotes: false, using: &generator)
            #expect(slices.flatMap { $0 } == body, "seed \(seed), round \(round)")
            #expect(slices.dropLast().allSatisfy { $0.last == 0x0A }, "seed \(seed), round \(round)")
        }
    }
}
