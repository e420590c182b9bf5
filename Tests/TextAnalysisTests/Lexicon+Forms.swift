@testable import TextAnalysis

extension Lexicon {
    /// Calls `body` with every form and the lemma that the dictionary gives it, in the order of the file.
    func forEachForm(_ body: (_ form: [UInt8], _ lemma: [UInt8]) -> Void) {
        forEachRecord { record, bytes in body(record.form(in: bytes), record.lemma(in: bytes)) }
    }
}
