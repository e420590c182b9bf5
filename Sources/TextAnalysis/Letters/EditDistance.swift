/// The number of letters to insert, delete, replace or swap with a neighbour to make one name of another
/// (Damerau-Levenshtein, each letter touched once).
public enum EditDistance {
    /// The distance; both names are taken in lower case, and `-` as `_`.
    ///
    /// - Complexity: the product of the lengths.
    public static func between(_ first: String, _ second: String) -> Int {
        let first = folded(first)
        let second = folded(second)
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in 1..<(first.count + 1) {
            var current = [row] + [Int](repeating: 0, count: second.count)
            for column in 1..<(second.count + 1) {
                let differs = first[row - 1] != second[column - 1]
                current[column] = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (differs ? 1 : 0))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    current[column] = min(current[column], beforeLast[column - 2] + 1)
                }
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }

    private static func folded(_ name: String) -> [UInt8] {
        name.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
    }
}
