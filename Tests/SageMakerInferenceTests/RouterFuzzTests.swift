import Dataset
import HTTP
import JSON
import SageMakerInference
import Testing

struct RouterFuzzTests {
    /// Changed by hand to look further; a failing run prints it.
    private let seed: UInt64 = 20_261_121

    private static let rounds = 50_000

    private static let bodies = [
        #"{"instances":["cupom",{"text":"troca"}],"configuration":{"k":2}}"#,
        #"[{"message":"não","problem":"\u00e7"},{"features":["x"]}]"#,
        #"{"inputs":["a","b"],"parameters":{"top_k":1}}"#,
        #"{"data":{"features":{"values":["a"]}}}"#,
        "{\"source\":\"a\",\"k\":2}\n\n{\"source\":\"b\"}\r\n",
        "id,text\r\n1,\"a \"\"b\"\"\nc\"\r\n2,d\r\n",
        "\u{FEFF}ção\nlinha",
    ].map { Array($0.utf8) }

    private static let types: [String?] = [
        nil, "application/json", "application/jsonlines", "text/csv", "text/csv; header=present",
        "text/csv; label_size=1", "text/plain", "text/plain; charset=iso-8859-1", "text/plain; charset=utf-8",
    ]

    private static let accepts: [String?] = [
        nil, "*/*", "application/json", "application/jsonlines;q=0.5, text/csv;q=0.7", "text/plain",
        "application/json;format=blazingtext", "image/png",
    ]

    private static let statuses: Set<Int> = [200, 204, 400, 406, 413, 415]

    @Test(arguments: ["false", "true"])
    func mutatedRequestsNeverTrapNorBreakTheNext(batch: String) throws {
        print("router fuzz seed \(seed), batch \(batch)")
        var generator = SeededGenerator(seed: seed)
        let router = try InferenceRouter.stub(["SAGEMAKER_BATCH": batch])
        var answered = 0
        for round in 0..<Self.rounds / 2 {
            let body = mutated(Self.bodies.randomElement(using: &generator) ?? [], using: &generator)
            let response = router.invoke(
                body,
                Self.types.randomElement(using: &generator) ?? nil,
                accept: Self.accepts.randomElement(using: &generator) ?? nil,
                query: round.isMultiple(of: 5) ? "top_k=2" : nil
            )
            if response.status == .ok { answered += 1 }
            if !Self.statuses.contains(response.status.rawValue) || !isWellFormed(response) {
                Issue.record("seed \(seed), round \(round): \(response.status.rawValue) for \(body)")
            }
        }
        #expect(answered > Self.rounds / 20)
        #expect(router.invoke("\"cupom\"").text == #"{"label":"cupom","score":0.75}"#)
    }

    private func isWellFormed(_ response: HTTPResponse) -> Bool {
        if response.status != .ok, response.body.count > InvocationLimits.errorBytes { return false }
        guard response.headers["Content-Type"]?.hasPrefix("application/json") == true else {
            return String(validating: response.body, as: UTF8.self) != nil
        }
        if response.headers["Content-Type"] == "application/jsonlines" {
            let lines = JSONLines(response.body)
            return lines.allSatisfy { (try? lines.value(of: $0)) != nil }
        }
        return (try? JSONValue(parsing: response.body)) != nil
    }

    private func mutated(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let telling = Array("{}[]:,\"\\\n\r 0k".utf8) + [0x00, 0x80, 0xC3, 0xFF]
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            guard let position = bytes.indices.randomElement(using: &generator) else { break }
            let byte = telling.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[position] = byte
            case 1: bytes.insert(byte, at: position)
            case 2: bytes.remove(at: position)
            case 3: bytes.removeSubrange(position...)
            default: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            }
        }
        return bytes
    }
}
