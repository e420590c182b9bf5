import Dispatch
import Testing

@testable import LambdaRuntime

struct LoopProgressTests {
    @Test func endBetweenTwoInvocationsIsAtOnce() {
        let progress = LoopProgress()
        #expect(progress.begin())
        #expect(progress.end())
        #expect(progress.stop(within: 0))
        #expect(!progress.begin())
    }

    @Test func endWithinAnInvocationWaitsForItsAnswer() {
        let progress = LoopProgress()
        #expect(progress.begin())
        DispatchQueue.global().async {
            // Ends only once the program asks for the end.
            while progress.end() { _ = progress.begin() }
        }
        #expect(progress.stop(within: 60))
        #expect(!progress.begin())
    }

    @Test func invocationThatDoesNotEndIsNotWaitedForLonger() {
        let progress = LoopProgress()
        #expect(progress.begin())
        #expect(!progress.stop(within: 0.01))
        #expect(!progress.end())
    }
}
