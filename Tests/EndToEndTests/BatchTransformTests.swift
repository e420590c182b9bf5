import Foundation
import TestSupport
import Testing

/// `local_test/batch_local.sh` over a file, in the ways in which a transform job sends one.
@Suite(.serialized)
struct BatchTransformTests {
    private static let records = 20_000
    /// The server's own memory; a machine with sanitizers or debug builds takes more than a release.
    private static let memoryMebibytes = 200.0

    @Test(arguments: [
        ["--max-payload-mb", "1", "--max-concurrent", "2"], ["--max-payload-mb", "0"],
        ["--max-payload-mb", "0", "--direct"], ["--split", "None"], ["--join", "--direct"],
        ["--content-type", "text/csv", "--direct"],
    ])
    func everyRecordHasItsAnswerInOrder(options: [String]) throws {
        let folder = try TemporaryFolder()
        let isCSV = options.contains("text/csv")
        let lines = (0..<Self.records).map { index in
            let text = index % 2 == 0 ? "Me arrependi, quero cancelar \(index)" : "Meu cupom, cadê \(index)?"
            return isCSV ? "\"\(text)\"\n" : "{\"text\":\"\(text)\"}\n"
        }
        let bad = isCSV ? "a,b,c\n" : "{\"text\":}\n"
        let broken = options.contains("--join") ? "" : bad
        try folder.write(Array((lines.joined() + broken).utf8), to: "records")
        let type = isCSV ? [] : ["--content-type", "application/jsonlines"]
        let outcome = try run([folder.path + "/records"] + type + options)
        #expect(outcome.status == 0, "\(outcome.log)")
        let answers = folder.read("records.out").map { String(decoding: $0, as: UTF8.self) } ?? ""
        let rows = answers.split(separator: "\n")
        #expect(rows.count == Self.records + (broken.isEmpty ? 0 : 1))
        for index in stride(from: 0, to: rows.count - 2, by: 997) where index % 2 == 0 {
            #expect(rows[index].contains("\"label\":") || isCSV)
            #expect(label(rows[index]) == label(rows[0]) && label(rows[index + 1]) == label(rows[1]))
        }
        #expect(broken.isEmpty || rows.last?.contains("line \(Self.records + 1)") == true)
        let peak = outcome.output.firstMatch(of: /at most ([0-9.]+) MiB/).flatMap { Double($0.1) }
        #expect(try #require(peak) < Self.memoryMebibytes, "\(outcome.output)")
    }

    private func label(_ row: Substring) -> Substring? {
        row.firstMatch(of: /"label":"([^"]*)"|^([^,]*),/).flatMap { $0.1 ?? $0.2 }
    }

    private func run(_ arguments: [String]) throws -> CarteiroExecutable.Outcome {
        let script = SampleMessages.repository.appendingPathComponent("local_test/batch_local.sh").path
        let folder = try MainJobTests.trained.get().folder.folder.path
        return try CarteiroExecutable(path: script).run(
            arguments,
            environment: ["CARTEIRO_TEST_DIR": folder, "CARTEIRO_EXECUTABLE": CarteiroExecutable().path]
        )
    }
}
