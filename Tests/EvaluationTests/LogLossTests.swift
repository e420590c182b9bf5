import Evaluation
import Testing

struct LogLossTests {
    @Test func figureIsScikitLearns() {
        // log_loss(["spam", "ham", "ham", "spam"], [[.1, .9], [.9, .1], [.8, .2], [.35, .65]]) = 0.21616...
        var loss = LogLoss()
        loss.add([0.1, 0.9], actual: 1)
        loss.add([0.9, 0.1], actual: 0)
        loss.add([0.8, 0.2], actual: 0)
        loss.add([0.35, 0.65], actual: 1)
        #expect(abs(loss.value - 0.216_161_87) < 1e-7)
    }

    @Test func sureMistakeStaysFinite() {
        var loss = LogLoss()
        loss.add([1, 0], actual: 1)
        #expect(loss.value > 36 && loss.value < 37)
    }

    @Test func unknownClassIsAMistake() {
        var loss = LogLoss()
        loss.add([1, 0], actual: 5)
        #expect(loss.value > 36 && loss.value.isFinite)
    }

    @Test func noDocumentsGiveZero() {
        #expect(LogLoss().value == 0)
    }
}
