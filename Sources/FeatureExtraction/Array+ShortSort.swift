extension Array where Element: FixedWidthInteger {
    /// The most elements that are sorted by insertion.
    private static var shortCount: Int { 24 }

    /// Sorts the few features of a message, for which the standard sort makes more ado than it takes to sort them.
    @inline(__always)
    mutating func sortShort() {
        guard count <= Self.shortCount else { return sort() }
        var elements = mutableSpan
        for end in elements.indices.dropFirst() {
            let element = elements[end]
            var place = end
            while place > 0, elements[place - 1] > element {
                elements[place] = elements[place - 1]
                place -= 1
            }
            elements[place] = element
        }
    }
}
