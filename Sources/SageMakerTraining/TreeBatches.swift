/// In what pieces a forest is grown, so that it can be measured in between.
enum TreeBatches {
    /// How many pieces there are at most.
    static let most = 10

    /// The numbers of each piece's trees; pieces are multiples of the threads, so that none waits for the others.
    static func ranges(of trees: Int, threads: Int) -> [Range<Int>] {
        let threads = max(threads, 1)
        let least = (trees + most - 1) / most
        let size = max((least + threads - 1) / threads * threads, 1)
        return stride(from: 0, to: trees, by: size).map { $0..<min($0 + size, trees) }
    }
}
