/// The weighted number of documents of each class in a node, with the sums that its impurity needs.
struct ClassTally<Measure: ImpurityMeasure>: ~Copyable {
    let counts: WorkBuffer<Double>
    /// The sum of `Measure.term` over the classes.
    private(set) var sum = 0.0
    /// The weight of all documents.
    private(set) var weight = 0.0
    /// The number of documents without regard to weight.
    private(set) var documents = 0
    /// The number of classes that have documents.
    private var classes = 0

    init(classes: Int) {
        counts = WorkBuffer(repeating: 0, count: classes)
    }

    /// Whether there is only one class.
    var isPure: Bool { classes <= 1 }

    var score: Double { Measure.score(sum: sum, weight: weight) }

    @inline(__always)
    mutating func add(_ added: Double, to index: Int) {
        let old = counts[index]
        sum += Measure.change(of: old, by: added)
        counts[index] = old + added
        classes &+= old == 0 ? 1 : 0
        weight += added
        documents &+= 1
    }

    @inline(__always)
    mutating func remove(_ removed: Double, from index: Int) {
        let old = counts[index]
        sum += Measure.change(of: old, by: -removed)
        // What rounding leaves of a class whose last document went is nothing; a document weighs 2^-16 of any other.
        let isLast = old - removed <= removed * 1e-9
        counts[index] = isLast ? 0 : old - removed
        classes &-= isLast ? 1 : 0
        weight -= removed
        documents &-= 1
    }

    /// Forgets the sums; the counts are cleared class by class, in proportion to the documents and not to the classes.
    mutating func clearSums() {
        sum = 0
        weight = 0
        documents = 0
        classes = 0
    }
}
