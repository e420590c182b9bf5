/// Cuts chunks into lines; bytes behind the last line end wait for the next chunk.
struct LineSplitter {
    /// The most bytes in one line.
    static let mostLineBytes = 64 << 20

    /// The bytes at hand; ranges of lines are ranges of these.
    private(set) var bytes: [UInt8] = []
    /// The offset in the file of the first byte at hand.
    private(set) var base = 0
    /// The number of the line that `next` gave, counted from 1.
    private(set) var line = 0
    private var begin = 0
    private var searched = 0

    /// Takes the next chunk; all lines of the one before must have been taken.
    mutating func feed(_ chunk: [UInt8]) {
        base += begin
        bytes.removeFirst(begin)
        searched = bytes.count
        begin = 0
        bytes += chunk
    }

    /// The next whole line, without its line feed.
    ///
    /// - Throws: `TrainingError` when a line is too long.
    mutating func next() throws(TrainingError) -> Range<Int>? {
        guard let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
            searched = bytes.count
            guard bytes.count - begin <= Self.mostLineBytes else {
                throw TrainingError(.malformed("longer than \(Self.mostLineBytes) bytes"), at: "line \(line + 1)")
            }
            return nil
        }
        defer {
            begin = end + 1
            searched = begin
        }
        line += 1
        return begin..<end
    }

    /// What stands behind the last line end, as one more line.
    mutating func rest() -> Range<Int> {
        defer { begin = bytes.count }
        line += 1
        return begin..<bytes.count
    }
}
