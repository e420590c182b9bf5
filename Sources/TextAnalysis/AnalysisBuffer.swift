/// The buffers of one thread, used again from document to document; a warm buffer needs no allocation.
public struct AnalysisBuffer: Sendable {
    /// The terms of the last document that was analyzed.
    public internal(set) var terms = TermList()
    /// The text between the steps: each step reads `text`, writes `output`, and the two change places.
    var text: [UInt8] = []
    var output: [UInt8] = []

    /// Creates empty buffers.
    public init() {}

    /// Makes what the last step wrote the text of the next one.
    mutating func swapTexts() {
        swap(&text, &output)
        output.removeAll(keepingCapacity: true)
    }
}
