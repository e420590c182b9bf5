/// How often people agreed with the predictions, day by day; old days are forgotten.
public struct AccuracyByDay: Sendable, Equatable {
    /// The most days that are kept.
    public static let keptDays = 31

    /// The counts of one day.
    public struct Day: Sendable, Equatable {
        /// The number of days since 1970-01-01, in UTC.
        public let number: Int
        /// How many documents people judged.
        public fileprivate(set) var documents = 0
        /// How many of them had the right label.
        public fileprivate(set) var right = 0

        /// The share of the right ones.
        public var accuracy: Double { Double(right) / Double(max(documents, 1)) }
    }

    /// The days with judgements, ascending.
    public private(set) var days: [Day] = []

    /// Creates an empty list.
    public init() {}

    /// Counts judgements of a day; a clock that was set back opens a day anew where it belongs.
    public mutating func add(right: Int, of documents: Int, on number: Int) {
        let index = days.firstIndex { $0.number >= number } ?? days.count
        if index == days.count || days[index].number != number { days.insert(Day(number: number), at: index) }
        days[index].documents += documents
        days[index].right += right
        if days.count > Self.keptDays { days.removeFirst(days.count - Self.keptDays) }
    }
}
