import Glibc
import HTTPServer
import Testing

@Suite(.serialized)
struct ShutdownSignalTests {
    @Test(arguments: [(SIGTERM, ShutdownSignal.Cause.terminated), (SIGINT, .interrupted)])
    func signalEndsTheWait(number: Int32, cause: ShutdownSignal.Cause) throws {
        let signal = try ShutdownSignal()
        // To this thread, which blocks it; other threads of the test program don't.
        pthread_kill(pthread_self(), number)
        #expect(signal.wait() == cause)
    }

    @Test
    func hangUpIsCaughtWhereItHasAMeaning() throws {
        let signal = try ShutdownSignal(catchesHangUp: true)
        pthread_kill(pthread_self(), SIGHUP)
        pthread_kill(pthread_self(), SIGTERM)
        #expect(Set([signal.wait(), signal.wait()]) == [.hungUp, .terminated])
    }

    @Test
    func requestEndsTheWait() throws {
        let signal = try ShutdownSignal()
        signal.request()
        #expect(signal.wait() == .requested)
    }
}
