import Dataset

extension Forest {
    /// Walks trees from where the document leaves their root spines and adds the leaves' class probabilities.
    ///
    /// Reads without bounds checks, which are a third of a walk's instructions. It stays inside the arrays because
    /// `checkInvariants` held when the forest was put together: a spine ends in a step that every document leaves, since
    /// the level of the feature `features` is 255; targets lie inside their tree; and `levels` has `features` + 1 places.
    @inline(__always)
    func walk<Feature: FixedWidthInteger & UnsignedInteger, Word: FixedWidthInteger & UnsignedInteger>(
        _ trees: Range<Int>,
        _ stepFeatures: FrozenArray<Feature>,
        _ stepTargets: FrozenArray<Word>,
        _ document: DocumentLevels,
        _ probabilities: inout [Float]
    ) {
        withExtendedLifetime(self) {
            let (features, targets) = unsafe (stepFeatures.unsafeElements, stepTargets.unsafeElements)
            let (stepLevels, starts) = unsafe (stepLevels.unsafeElements, treeStarts.unsafeElements)
            unsafe document.levels.withUnsafeBufferPointer { levels in
                for tree in trees {
                    var target = Target(unsafe targets[Int(truncatingIfNeeded: document.rootSteps[tree])])
                    while case .spine(let spine) = target {
                        var step = unsafe Int(truncatingIfNeeded: starts[tree]) &+ spine
                        while unsafe levels[Int(truncatingIfNeeded: features[step])] <= stepLevels[step] { step &+= 1 }
                        target = Target(unsafe targets[step])
                    }
                    if case .leaf(let leaf) = target { add(leaf: leaf, to: &probabilities) }
                }
            }
        }
    }
}
