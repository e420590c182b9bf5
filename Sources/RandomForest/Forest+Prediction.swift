extension Forest {
    /// Writes the mean of the trees' class probabilities into `probabilities`, which has one place for each class.
    ///
    /// O(turns of the document's features + steps of the walks behind the root spines), without allocation.
    public func predict(_ document: DocumentLevels, into probabilities: inout [Float]) {
        precondition(document.rootSteps.count == trees && probabilities.count == classes, "made for another forest")
        for index in probabilities.indices { probabilities[index] = 0 }
        add(trees: 0..<trees, of: document, to: &probabilities)
        // Divided, not multiplied by 1/trees: 86 votes of 100 are then .86 and not .85999995.
        for index in probabilities.indices { probabilities[index] /= Float(trees) }
    }

    /// Adds the class probabilities of some trees, one after another.
    func add(trees: Range<Int>, of document: DocumentLevels, to probabilities: inout [Float]) {
        precondition(
            document.levels.count == features + 1 && trees.upperBound <= document.rootSteps.count
                && trees.upperBound <= self.trees && probabilities.count == classes,
            "made for another forest"
        )
        var first = trees.lowerBound
        while first < trees.upperBound {
            let end = min(trees.upperBound, first + Self.treesAtOnce)
            walk(first..<end, document, into: &probabilities)
            first = end
        }
    }
}
