import FoundationEssentials
import Parquet
import Testing

/// Files that pyarrow wrote (`Tests/Fixtures/parquet/make.py`), and damaged ones.
struct ParquetFileTests {
    static let names = ["none", "snappy", "gzip", "zstd"].flatMap { codec in
        ["dictionary", "plain"].flatMap { encoding in ["v1", "v2"].map { "\(codec)-\(encoding)-\($0)" } }
    }

    @Test(arguments: names)
    func columnsAreReadWhateverTheirForm(name: String) throws {
        let file = try ParquetFile(Self.bytes(name))
        #expect(file.columns == ["id", "message", "problem", "count", "score", "share", "urgent"])
        #expect(file.rowGroups == 2)
        let columns = try (0..<7).map { column in
            try (0..<2).flatMap { try file.texts(column: column, rowGroup: $0) }
        }
        for row in 0..<40 {
            #expect(columns[0][row] == "\(row)")
            #expect(columns[1][row] == (row % 7 == 3 ? nil : "mensagem n\u{E3}o \(row % 5)\nlinha \(row)"))
            #expect(columns[2][row] == ["Pagamento", "Entrega", "Prazo de reembolso"][row % 3])
            #expect(columns[3][row] == "\(row - 20)")
            #expect(columns[4][row] == (row % 4 == 1 ? nil : "\(Double(row) / 4)"))
            #expect(columns[5][row] == "\(Float(row) / 8)")
            #expect(columns[6][row] == (row % 5 == 2 ? nil : "\(row % 3 == 0)"))
        }
    }

    @Test func otherCompressionIsNamed() throws {
        let file = try ParquetFile(Self.bytes("brotli"))
        let error = #expect(throws: ParquetError.self) { try file.texts(column: 0, rowGroup: 0) }
        #expect(
            error?.description == "Parquet column \"message\": brotli compression is not read; "
                + "write the file with flat columns, snappy, gzip, zstd or no compression"
        )
    }

    @Test func nestedColumnIsNamed() {
        let error = #expect(throws: ParquetError.self) { try ParquetFile(Self.bytes("nested")) }
        #expect(error?.description.hasPrefix("Parquet column \"labels\": a nested column is not read") == true)
    }

    @Test(arguments: ["", "PAR1", "PAR1\u{1}\u{0}\u{0}\u{0}PAR1", "PAR1xxxxPAR0"])
    func brokenFrameIsReported(text: String) {
        let error = #expect(throws: ParquetError.self) { try ParquetFile(Array(text.utf8)) }
        #expect(error?.description.hasSuffix("; the file is damaged, write or copy it again") == true)
    }

    /// Altered and shortened files give values or an error, and never a trap.
    @Test(arguments: names, UInt64(1)...2)
    func damagedFilesNeverTrap(name: String, seed: UInt64) throws {
        let good = try Self.bytes(name)
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for _ in 0..<150 {
            var bytes = good
            for _ in 0...random(3) { bytes[4 + random(bytes.count - 8)] = UInt8(random(256)) }
            guard let file = try? ParquetFile(bytes) else { continue }
            for group in 0..<file.rowGroups {
                for column in file.columns.indices { _ = try? file.texts(column: column, rowGroup: group) }
            }
        }
    }

    private static func bytes(_ name: String) throws -> [UInt8] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: tests.appending(path: "Fixtures/parquet/\(name).parquet")))
    }
}
