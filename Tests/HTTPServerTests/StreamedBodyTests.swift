import HTTP
import Testing

@testable import HTTPServer

struct StreamedBodyTests {
    private var body = StreamedBody(context: .init())

    private func bytes(_ piece: StreamedBody.Piece?) -> Int? {
        if case .bytes(let bytes) = piece { bytes.count } else { nil }
    }

    @Test
    mutating func piecesGatherUntilTheyAreTaken() {
        body.append([1, 2], isLast: false)
        body.append([3], isLast: true)
        #expect(!body.isTaken)
        #expect(bytes(body.take()) == 3)
        #expect(body.isTaken)
        guard case .end = body.take() else {
            Issue.record("the body has no end")
            return
        }
    }

    @Test
    mutating func readingPausesAtTheHighWaterMark() {
        #expect(body.hasRoom && body.isAwaited)
        body.append([UInt8](repeating: 0, count: StreamedBody.highWater), isLast: false)
        #expect(!body.hasRoom && !body.isAwaited)
        _ = body.take()
        #expect(body.hasRoom && body.isAwaited)
    }

    @Test
    mutating func whatCameBeforeAnErrorIsStillRead() {
        body.append([1], isLast: false)
        body.breakOff()
        #expect(bytes(body.take()) == 1)
        guard case .failure(let error) = body.take() else {
            Issue.record("no failure")
            return
        }
        #expect(error.kind == .connectionLost)
    }

    @Test
    mutating func clientMayCloseAfterTheWholeBody() {
        body.append([], isLast: true)
        body.breakOff()
        guard case .end = body.take() else {
            Issue.record("the end of the connection hides the end of the body")
            return
        }
    }
}
