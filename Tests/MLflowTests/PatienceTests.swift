import Testing

@testable import MLflow

struct PatienceTests {
    @Test func serverThatNeverAnsweredHasLittleTime() {
        let patience = Patience(firstAnswerSeconds: 5)
        let first = patience.secondsLeft
        #expect(first <= 5)
        #expect(patience.secondsLeft <= first)
    }

    @Test func serverThatAnsweredHasNoEndUntilTheJobWaits() {
        let patience = Patience(firstAnswerSeconds: 0)
        #expect(patience.secondsLeft <= 0)
        patience.noteAnswer()
        #expect(patience.secondsLeft == .infinity)
        patience.limit(to: 60)
        #expect((1...60).contains(patience.secondsLeft))
        patience.limit(to: 0)
        #expect(patience.secondsLeft <= 0)
    }
}
