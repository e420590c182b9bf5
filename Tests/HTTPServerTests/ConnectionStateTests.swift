import HTTP
import Testing

@testable import HTTPServer

/// The state machine alone: bytes, answers and time in, actions out.
struct ConnectionStateTests {
    private static let start = MonotonicTime(nanoseconds: 1_000_000_000)
    private var state = ConnectionState(
        limits: HTTPLimits(bodyBytes: 100),
        timeouts: ServerTimeouts(header: 20, body: 30, bodyBytesPerSecond: 10, idle: 75, write: 60, linger: 2),
        now: start
    )

    private mutating func receive(_ text: String, isDrained: Bool = true, after seconds: Double = 0) {
        state.received(Array(text.utf8).span, isDrained: isDrained, now: Self.start + seconds)
    }

    /// The next action as a word.
    private mutating func next(after seconds: Double = 0) -> String {
        switch state.nextAction(now: Self.start + seconds) {
        case .read: return "read"
        case .write: return "write"
        case .respond(let request):
            state.beganResponding()
            return "respond \(request.path)"
        case .stream(let request):
            state.beganStreaming(now: Self.start + seconds)
            return "stream \(request.path)"
        case .shutdownSending: return "shutdown"
        case .close: return "close"
        case .wait: return "wait"
        }
    }

    private mutating func finish(_ body: String = "", after seconds: Double = 0) {
        state.finish(
            HTTPResponse(status: .ok, body: Array(body.utf8)),
            encoder: ResponseEncoder(),
            now: Self.start + seconds
        )
    }

    private mutating func sendAll(after seconds: Double = 0) -> String {
        let bytes = state.output.withUnsent { span in span.indices.map { span[$0] } }
        state.sent(bytes.count, now: Self.start + seconds)
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func expire(after seconds: Double) -> Bool {
        state.expire(now: Self.start + seconds)
    }

    private func seconds(_ deadline: MonotonicTime?) -> Double? {
        deadline.map { $0 - Self.start }
    }

    @Test
    mutating func oneRequestGoesFromReadToRead() {
        #expect(next() == "read")
        receive(.get("/a"))
        #expect(next() == "respond /a")
        #expect(next() == "wait")
        finish("x")
        #expect(next() == "write")
        #expect(sendAll().hasSuffix("\r\n\r\nx"))
        #expect(state.isQuiet)
        #expect(next() == "wait")
        state.becameReadable(toEnd: false)
        #expect(!state.isQuiet)
        #expect(next() == "read")
    }

    @Test
    mutating func pipelinedRequestsWaitForTheAnswerBefore() {
        receive(.get("/a") + .get("/b") + "GET /c")
        #expect(next() == "respond /a")
        #expect(next() == "wait")
        finish()
        _ = sendAll()
        #expect(!state.isQuiet)
        #expect(next() == "respond /b")
        finish()
        _ = sendAll()
        #expect(next() == "wait")
        #expect(seconds(state.deadline) == 20)
    }

    @Test
    mutating func manyPipelinedRequestsAreTakenOneByOne() {
        receive(String(repeating: .get("/a"), count: 2_000) + .get("/last"))
        for _ in 0..<2_000 {
            #expect(next() == "respond /a")
            finish()
            _ = sendAll()
        }
        #expect(next() == "respond /last")
        finish()
        _ = sendAll()
        #expect(state.isQuiet)
    }

    @Test
    mutating func bytesThatComeWhileRespondingAreReadAfterwards() {
        receive(.get("/a"))
        #expect(next() == "respond /a")
        state.becameReadable(toEnd: false)
        #expect(next() == "wait")
        finish()
        _ = sendAll()
        #expect(!state.isQuiet)
        #expect(next() == "read")
    }

    @Test
    mutating func partlySentAnswersWaitForRoom() {
        receive(.get("/a"))
        _ = next()
        finish("hello")
        state.sent(10, now: Self.start)
        state.writeWouldBlock()
        #expect(next() == "wait")
        #expect(state.isQuiet)
        #expect(!state.canSend)
        state.becameWritable()
        #expect(next() == "write")
        #expect(sendAll().hasSuffix("hello"))
    }

    @Test
    mutating func endOfInputClosesWhenNothingIsPending() {
        state.endedInput()
        #expect(next() == "close")
    }

    @Test
    mutating func endOfInputInTheMiddleOfARequestCloses() {
        receive("GET / HT")
        state.endedInput()
        #expect(next() == "close")
    }

    @Test
    mutating func peerThatHasClosedIsReadToTheEnd() {
        state.becameReadable(toEnd: true)
        receive(.get("/a"))
        #expect(next() == "respond /a")
        finish()
        _ = sendAll()
        #expect(next() == "read")
        state.endedInput()
        #expect(next() == "close")
    }

    @Test
    mutating func errorIsSentThenThePeerMayClose() {
        receive("BAD\r\n", after: 1)
        #expect(next() == "write")
        #expect(sendAll(after: 1).hasPrefix("HTTP/1.1 400 "))
        #expect(next(after: 1) == "shutdown")
        #expect(next() == "wait")
        #expect(seconds(state.deadline) == 3)
        state.becameReadable(toEnd: false)
        #expect(next() == "read")
        receive("more and more")
        #expect(next() == "wait")
        state.endedInput()
        #expect(next() == "close")
    }

    @Test
    mutating func closingAnswerClosesAtOnceWhenNothingIsUnread() {
        receive(.get("/a", "Connection: close\r\n"))
        _ = next()
        finish()
        #expect(sendAll().contains("Connection: close"))
        #expect(next() == "close")
    }

    @Test
    mutating func closingAnswerLingersWhenBytesAreUnread() {
        receive(.get("/a", "Connection: close\r\n") + "junk")
        _ = next()
        finish()
        _ = sendAll()
        #expect(next() == "shutdown")
    }

    @Test
    mutating func continueIsSentOnce() {
        receive("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
        #expect(next() == "write")
        #expect(sendAll() == "HTTP/1.1 100 Continue\r\n\r\n")
        receive("x")
        #expect(next() == "wait")
    }

    @Test
    mutating func deadlinesFollowThePhase() {
        #expect(seconds(state.deadline) == 75)
        receive("POST / HTTP/1.1\r\n", after: 5)
        #expect(seconds(state.deadline) == 25)
        receive("Host: a\r\n", after: 15)
        #expect(seconds(state.deadline) == 25)
        receive("Content-Length: 60\r\n\r\n", after: 20)
        #expect(seconds(state.deadline) == 50)
        receive(String(repeating: "x", count: 50), after: 30)
        #expect(seconds(state.deadline) == 55)
        receive(String(repeating: "x", count: 10), after: 31)
        _ = next()
        #expect(state.deadline == nil)
        finish(after: 100)
        #expect(seconds(state.deadline) == 160)
        _ = sendAll(after: 101)
        #expect(seconds(state.deadline) == 176)
    }

    @Test(arguments: [("GET", "408"), ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nx", "408")])
    mutating func passedDeadlineInARequestIsAnswered(text: String, status: String) {
        receive(text)
        #expect(!expire(after: 10))
        #expect(expire(after: 31))
        #expect(next(after: 31) == "write")
        #expect(sendAll(after: 31).hasPrefix("HTTP/1.1 \(status) "))
    }

    @Test
    mutating func passedIdleTimeClosesSilently() {
        #expect(expire(after: 75))
        #expect(state.isClosed)
        #expect(next() == "close")
    }

    @Test
    mutating func drainingAnswersWhatHasComeAndSaysClose() {
        receive(.get("/a") + .get("/b"))
        _ = next()
        state.beginDraining(now: Self.start)
        finish()
        #expect(!sendAll().contains("Connection: close"))
        #expect(next() == "respond /b")
        finish()
        #expect(sendAll().contains("Connection: close"))
        #expect(next() == "close")
    }

    @Test
    mutating func drainingLooksForARequestOnItsWay() {
        state.readWouldBlock()
        #expect(next() == "wait")
        state.beginDraining(now: Self.start + 10)
        #expect(next() == "read")
        #expect(seconds(state.deadline) == 10.25)
        receive(.get("/late"))
        #expect(next() == "respond /late")
        finish()
        #expect(sendAll().contains("Connection: close"))
    }

    @Test
    mutating func answerAfterTheEndIsDropped() {
        receive(.get("/a"))
        _ = next()
        state.abandon()
        finish("x")
        #expect(state.output.isEmpty)
        #expect(next() == "close")
    }
}
