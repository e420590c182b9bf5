/// Where the bytes that a cleaning step wrote stood in what it read.
struct OffsetMap: Equatable {
    private struct Piece: Equatable {
        var output: Range<Int>
        var input: Range<Int>
        /// Whether the bytes correspond one by one; else only the piece as a whole is known.
        var isEven: Bool { output.count == input.count }
    }

    /// By ascending output; there may be gaps, but pieces don't overlap.
    private var pieces: [Piece] = []

    /// Creates a map of nothing.
    init() {}

    /// Notes that a range of the input became a range of the output.
    ///
    /// What is known of the output from there on was replaced, so its sources belong to the new piece too.
    mutating func note(_ input: Range<Int>, became output: Range<Int>) {
        guard !output.isEmpty else { return }
        var input = input
        while let last = pieces.last, last.output.upperBound > output.lowerBound {
            input = min(input.lowerBound, cut(last, at: output.lowerBound))..<input.upperBound
        }
        if let last = pieces.last, last.isEven, output.count == input.count,
            last.output.upperBound == output.lowerBound, last.input.upperBound == input.lowerBound
        {
            pieces[pieces.count - 1].output = last.output.lowerBound..<output.upperBound
            pieces[pieces.count - 1].input = last.input.lowerBound..<input.upperBound
        } else {
            pieces.append(Piece(output: output, input: input))
        }
    }

    /// Takes the part of the last piece from `position` on away; returns where its source begins.
    private mutating func cut(_ last: Piece, at position: Int) -> Int {
        pieces.removeLast()
        guard last.output.lowerBound < position, last.isEven else { return last.input.lowerBound }
        let kept = position - last.output.lowerBound
        let source = last.input.lowerBound + kept
        pieces.append(Piece(output: last.output.lowerBound..<position, input: last.input.lowerBound..<source))
        return source
    }

    /// The range of the input that a range of the output came from; nil when one of its ends came from nowhere.
    func source(of range: Range<Int>) -> Range<Int>? {
        guard let last = range.last, let first = piece(at: range.lowerBound), let end = piece(at: last) else {
            return nil
        }
        let lower =
            first.isEven ? first.input.lowerBound + range.lowerBound - first.output.lowerBound : first.input.lowerBound
        let upper = end.isEven ? end.input.lowerBound + last - end.output.lowerBound + 1 : end.input.upperBound
        return lower < upper ? lower..<upper : nil
    }

    private func piece(at position: Int) -> Piece? {
        var (low, high) = (0, pieces.count)
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].output.upperBound <= position { low = middle + 1 } else { high = middle }
        }
        return low < pieces.count && pieces[low].output.contains(position) ? pieces[low] : nil
    }
}
