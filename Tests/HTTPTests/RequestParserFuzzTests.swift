import Dataset
import HTTP
import Testing

/// Mutated requests must give the same messages and the same error however the bytes are cut, and never trap.
struct RequestParserFuzzTests {
    private static let corpus: [[UInt8]] = [
        "GET /ping HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST /invocations HTTP/1.1\r\nHost: a\r\nContent-Type: text/csv\r\nContent-Length: 5\r\n\r\nhello",
        "POST /x?y=z HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nT: v\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx",
        "HEAD http://h/p HTTP/1.0\r\nConnection: keep-alive\r\n\r\nOPTIONS * HTTP/1.1\r\nHost:\r\n\r\n",
    ].map { Array($0.utf8) }

    private static let spice: [UInt8] = Array("\r\n\0 \t:;,0fF%?#\u{7f}HTTP/1.1".utf8) + [0x80, 0xFF]

    @Test
    func mutatedRequestsReadAlikeInPiecesAndWhole() {
        let seed = UInt64.random(in: .min ... .max)
        print("fuzz seed \(seed)")
        var random = SeededGenerator(seed: seed)
        for round in 0..<100_000 {
            let bytes = Self.mutated(using: &random)
            let pieceBytes = Int.random(in: 1...9, using: &random)
            let whole = Self.outcome(bytes, pieceBytes: .max)
            let pieces = Self.outcome(bytes, pieceBytes: pieceBytes)
            guard whole == pieces else {
                Issue.record("seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
                return
            }
        }
    }

    private struct Outcome: Equatable {
        var paths: [String] = []
        var bodies: [[UInt8]] = []
        var error: HTTPError?
    }

    private static func outcome(_ bytes: [UInt8], pieceBytes: Int) -> Outcome {
        var harness = ParserHarness(
            limits: HTTPLimits(targetBytes: 64, headerBytes: 256, headerCount: 8, bodyBytes: 64)
        )
        var outcome = Outcome()
        do {
            try harness.feed(bytes, pieceBytes: pieceBytes)
        } catch {
            outcome.error = error
        }
        outcome.paths = harness.messages.map(\.request.path)
        outcome.bodies = harness.messages.map(\.request.body)
        return outcome
    }

    private static func mutated(using random: inout SeededGenerator) -> [UInt8] {
        var bytes = corpus[Int.random(in: 0..<corpus.count, using: &random)]
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let byte = spice[Int.random(in: 0..<spice.count, using: &random)]
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] = byte
            case 1: bytes.insert(byte, at: place)
            case 2 where bytes.count > 1: bytes.remove(at: place)
            case 3: bytes.insert(contentsOf: bytes[place..<min(place + 12, bytes.count)], at: place)
            default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
        }
        return bytes
    }
}
