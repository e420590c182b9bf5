/// A queue of bounded length whose storage grows to what was needed once and is then reused.
struct RingBuffer<Element> {
    private var slots: [Element?]
    private var first = 0
    private(set) var count = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
        slots = Array(repeating: nil, count: min(limit, 16))
    }

    /// Appends an element, or gives false when the queue is full.
    ///
    /// Complexity: O(1) amortized.
    mutating func append(_ element: Element) -> Bool {
        guard count < limit else { return false }
        if count == slots.count { grow() }
        slots[(first + count) % slots.count] = element
        count += 1
        return true
    }

    /// Takes the oldest element.
    ///
    /// Complexity: O(1).
    mutating func popFirst() -> Element? {
        guard count > 0 else { return nil }
        let element = slots[first]
        slots[first] = nil
        first = (first + 1) % slots.count
        count -= 1
        return element
    }

    private mutating func grow() {
        var larger: [Element?] = []
        larger.reserveCapacity(min(limit, slots.count * 2))
        for index in 0..<count { larger.append(slots[(first + index) % slots.count]) }
        while larger.count < min(limit, slots.count * 2) { larger.append(nil) }
        slots = larger
        first = 0
    }
}

extension RingBuffer: Sendable where Element: Sendable {}
