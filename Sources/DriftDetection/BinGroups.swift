/// Which bins are compared as one, since a bin with few documents says little and adds noise.
struct BinGroups: Equatable {
    /// The share of the training documents from which a bin stands by itself.
    static let leastShare = 0.1
    /// The share of the training documents from which a label stands by itself.
    static let leastLabelShare = 0.01

    /// The group of each bin.
    let groups: [Int]
    /// How many groups there are.
    let count: Int

    /// Joins neighbours until they have a tenth of the documents together, as deciles do.
    ///
    /// A bin that has as many by itself is joined with none, so that a shift to a rare bin beside it shows.
    init(neighbours counts: [Int]) {
        let least = Double(counts.reduce(0, +)) * Self.leastShare
        var groups: [Int] = []
        var (group, sum) = (0, 0)
        for (bin, count) in counts.enumerated() {
            let isFull = Double(sum) >= least || Double(count) >= least
            if bin > 0, isFull { (group, sum) = (group + 1, 0) }
            sum += count
            groups.append(group)
        }
        self.groups = groups
        count = counts.isEmpty ? 0 : group + 1
    }

    /// Joins all labels with less than a hundredth of the documents; where no label has more, each stands by itself.
    init(labels counts: [Int]) {
        let least = Double(counts.reduce(0, +)) * Self.leastLabelShare
        let common = counts.indices.filter { Double(counts[$0]) >= least }
        guard !common.isEmpty, common.count < counts.count else {
            self.init(each: counts.count)
            return
        }
        var groups = Array(repeating: common.count, count: counts.count)
        for (group, label) in common.enumerated() { groups[label] = group }
        self.init(groups: groups, count: common.count + 1)
    }

    private init(each count: Int) {
        self.init(groups: Array(0..<count), count: count)
    }

    private init(groups: [Int], count: Int) {
        self.groups = groups
        self.count = count
    }

    init(_ feature: DriftFeature, of profile: TrainingProfile) {
        let counts = profile.counts(of: feature)
        if feature == .labels { self.init(labels: counts) } else { self.init(neighbours: counts) }
    }

    /// The counts of the groups.
    func sums(_ counts: some Sequence<Int>) -> [Int] {
        var sums = Array(repeating: 0, count: count)
        for (group, count) in zip(groups, counts) { sums[group] += count }
        return sums
    }
}
