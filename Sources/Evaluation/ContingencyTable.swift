/// Documents counted by whether they hold something, such as a term, and whether they are of a class.
public struct ContingencyTable: Sendable, Equatable {
    /// Documents of the class that hold it.
    public let holding: Int
    /// Documents of other classes that hold it.
    public let othersHolding: Int
    /// Documents of the class.
    public let members: Int
    /// Documents of other classes.
    public let others: Int

    /// Creates a table from the counts of the documents that hold it and those of all.
    public init(holding: Int, of members: Int, othersHolding: Int, of others: Int) {
        self.holding = holding
        self.members = members
        self.othersHolding = othersHolding
        self.others = others
    }

    /// The share of the class's documents that hold it.
    public var share: Double { members == 0 ? 0 : Double(holding) / Double(members) }

    /// The share of the other documents that hold it.
    public var othersShare: Double { others == 0 ? 0 : Double(othersHolding) / Double(others) }

    /// Pearson's chi-square of the four counts, without correction: 0 when the class says nothing of it; 0 too when a row
    /// or column is empty.
    public var chiSquare: Double {
        let (a, b) = (Double(holding), Double(othersHolding))
        let (c, d) = (Double(members) - a, Double(others) - b)
        let product = (a + b) * (c + d) * (a + c) * (b + d)
        guard product > 0 else { return 0 }
        let difference = a * d - b * c
        return (a + b + c + d) * difference * difference / product
    }
}
