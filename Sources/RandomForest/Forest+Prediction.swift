public import Dataset

/// One document's levels, feature by feature, ready for walks; one for each thread.
public struct DocumentLevels: Sendable {
    private(set) var levels: [UInt8]
    private var present: [Int] = []

    /// Creates the levels of an empty document for a forest.
    public init(for forest: Forest) {
        levels = Array(repeating: 0, count: forest.features + 1)
        // Every document has the feature that ends a spine.
        levels[forest.features] = .max
    }

    /// Takes a document's features in place of those before; O(features of both documents).
    public mutating func load(_ document: SparseVector) {
        for feature in present { levels[feature] = 0 }
        present.removeAll(keepingCapacity: true)
        for (feature, value) in zip(document.indices, document.values) where Int(feature) < levels.count - 1 {
            levels[Int(feature)] = FeatureLevel.level(of: value)
            present.append(Int(feature))
        }
    }
}

extension Forest {
    /// Writes the mean of the trees' class probabilities into `probabilities`, which has one place for each class.
    public func predict(_ document: DocumentLevels, into probabilities: inout [Float]) {
        precondition(document.levels.count == features + 1 && probabilities.count == classes, "made for another forest")
        for index in probabilities.indices { probabilities[index] = 0 }
        switch (stepFeatures, stepTargets) {
        case (.narrow(let features), .narrow(let targets)):
            walk(features, targets, document.levels, into: &probabilities)
        case (.narrow(let features), .wide(let targets)):
            walk(features, targets, document.levels, into: &probabilities)
        case (.wide(let features), .narrow(let targets)):
            walk(features, targets, document.levels, into: &probabilities)
        case (.wide(let features), .wide(let targets)):
            walk(features, targets, document.levels, into: &probabilities)
        }
        let share = 1 / Float(trees)
        for index in probabilities.indices { probabilities[index] *= share }
    }

    @inline(__always)
    private func walk<Feature: FixedWidthInteger & UnsignedInteger, Word: FixedWidthInteger & UnsignedInteger>(
        _ stepFeatures: FrozenArray<Feature>,
        _ stepTargets: FrozenArray<Word>,
        _ levels: [UInt8],
        into probabilities: inout [Float]
    ) {
        for tree in 0..<trees {
            let start = Int(treeStarts[tree])
            var target = Target.spine(0)
            while case .spine(let spine) = target {
                var step = start &+ spine
                while levels[Int(stepFeatures[step])] <= stepLevels[step] { step &+= 1 }
                target = Target(stepTargets[step])
            }
            if case .leaf(let leaf) = target { add(leaf, to: &probabilities) }
        }
    }

    @inline(__always)
    private func add(_ leaf: Int, to probabilities: inout [Float]) {
        guard leaf >= classes else {
            probabilities[leaf] += 1
            return
        }
        let mixture = leaf - classes
        for part in Int(mixtureOffsets[mixture])..<Int(mixtureOffsets[mixture + 1]) {
            probabilities[Int(mixtureClasses[part])] += mixtureProbabilities[part]
        }
    }
}
