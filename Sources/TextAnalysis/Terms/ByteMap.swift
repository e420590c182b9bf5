/// A map from byte strings to byte strings that is read far more often than it is written.
///
/// The standard dictionary's hash, which is made to resist collisions, costs several times as much on short words.
struct ByteMap: Sendable, Equatable {
    private var table = ByteTable()
    /// All values, in the order of the keys.
    private(set) var values: [[UInt8]] = []

    /// The number of keys.
    var count: Int { values.count }

    /// All keys, in the order in which they came in.
    var keys: [[UInt8]] { values.indices.map(table.key) }

    /// The value of a key; `nil` when there is none.
    subscript(key: [UInt8]) -> [UInt8]? {
        table.index(of: key.span).map { values[$0] }
    }

    /// Sets the value of a key.
    mutating func set(_ value: [UInt8], for key: [UInt8]) {
        let index = table.insert(key.span)
        if index == values.count { values.append(value) } else { values[index] = value }
    }
}
