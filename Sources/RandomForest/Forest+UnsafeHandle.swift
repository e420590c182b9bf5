import Dataset

extension Forest {
    /// Walks trees from where the document leaves their root spines and adds their leaves, in the order of the trees.
    ///
    /// Trees that scans might read beyond are walked step by step; there is one such tree, or a few small ones, at the end.
    /// The caller has checked that `document` and `probabilities` were made for this forest.
    func walk(_ trees: Range<Int>, _ document: DocumentLevels, into probabilities: inout [Float]) {
        unsafe probabilities.withUnsafeMutableBufferPointer { sums in
            unsafe document.levels.withUnsafeBufferPointer { levels in
                switch (steps.form.featureBytes, steps.form.targetBytes) {
                case (2, 2): unsafe walk(trees, document, StepReader<2, 2>(steps, levels), sums)
                case (2, _): unsafe walk(trees, document, StepReader<2, 4>(steps, levels), sums)
                case (_, 2): unsafe walk(trees, document, StepReader<3, 2>(steps, levels), sums)
                default: unsafe walk(trees, document, StepReader<3, 4>(steps, levels), sums)
                }
            }
        }
        withExtendedLifetime(self) {}
    }

    @inline(__always)
    private func walk<let featureBytes: Int, let targetBytes: Int>(
        _ trees: Range<Int>,
        _ document: DocumentLevels,
        _ reader: StepReader<featureBytes, targetBytes>,
        _ sums: UnsafeMutableBufferPointer<Float>
    ) {
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * Self.treesAtOnce) { memory in
            let starts = unsafe UnsafeBufferPointer(rebasing: treeStarts.unsafeElements[trees])
            guard let walks = unsafe TreeWalks(reader, starts: starts, memory: memory) else { return }
            let scanned = max(0, min(trees.count, scannedTrees - trees.lowerBound))
            unsafe walks.finish(scanned, from: document.rootSteps[trees])
            for tree in scanned..<trees.count {
                unsafe walks.finishAlone(tree, from: document.rootSteps[trees.lowerBound + tree])
            }
            for tree in 0..<trees.count { unsafe add(leaf: walks.leaf(of: tree), to: sums) }
        }
    }

    @inline(__always)
    private func add(leaf: Int, to sums: UnsafeMutableBufferPointer<Float>) {
        guard leaf >= classes else {
            unsafe sums[leaf] += 1
            return
        }
        let mixture = leaf - classes
        for part in Int(mixtureOffsets[mixture])..<Int(mixtureOffsets[mixture + 1]) {
            unsafe sums[Int(mixtureClasses[part])] += mixtureProbabilities[part]
        }
    }
}
