@testable import TextAnalysis

extension WordBuffer {
    /// The buffer after a word was read.
    init(_ word: String) {
        self.init()
        for byte in word.utf8 { append(byte) }
    }
}
