import Dataset

extension Forest {
    /// Puts the trees of several forests with the same classes and features into one, in their order; O(steps).
    ///
    /// The result is the same, byte for byte, as laying out all the trees at once.
    ///
    /// - Throws: `RandomForestError` when there is none, they don't go together, or they are too large for one.
    public init(joining parts: [Forest]) throws(RandomForestError) {
        guard let first = parts.first else { throw RandomForestError(.malformed("it has no parts")) }
        guard parts.count > 1 else {
            self = first
            return
        }
        guard parts.allSatisfy({ $0.classes == first.classes && $0.features == first.features }) else {
            throw RandomForestError(.malformed("its parts have different classes or features"))
        }
        let joint = try ForestJoint(parts)
        try self.init(
            classes: first.classes,
            features: first.features,
            treeStarts: FrozenArray(joint.treeStarts),
            steps: StepArray(bytes: FrozenArray(joint.packedSteps(of: parts)), width: joint.form.width),
            mixtureOffsets: FrozenArray(joint.mixtureOffsets),
            mixtureClasses: FrozenArray(parts.flatMap(\.mixtureClasses)),
            mixtureProbabilities: FrozenArray(parts.flatMap(\.mixtureProbabilities)),
            leafDraws: LeafDraws(joining: parts.map(\.leafDraws))
        )
    }
}

/// Where the parts' arrays come to lie in the whole.
private struct ForestJoint {
    private(set) var treeStarts: [UInt32] = [0]
    private(set) var mixtureOffsets: [UInt32] = [0]
    private(set) var form: StepForm
    /// For each part the number of mixtures before its own.
    private var mixtureBases: [Int] = []

    init(_ parts: [Forest]) throws(RandomForestError) {
        form = StepForm(features: 0, greatestTarget: 0)
        var (steps, mixtures, mixtureParts, greatest) = (0, 0, 0, 0)
        for part in parts {
            mixtureBases.append(mixtures)
            for index in 0..<part.steps.count {
                greatest = max(
                    greatest,
                    Self.moved(part.steps[index].target, by: mixtures, classes: part.classes).value
                )
            }
            try Self.requireRoom(steps + part.steps.count, mixtureParts + part.mixtureClasses.count, greatest)
            treeStarts += part.treeStarts.dropFirst().map { $0 + UInt32(steps) }
            mixtureOffsets += part.mixtureOffsets.dropFirst().map { $0 + UInt32(mixtureParts) }
            steps += part.steps.count
            mixtureParts += part.mixtureClasses.count
            mixtures += part.mixtureOffsets.count - 1
        }
        form = StepForm(features: parts.first?.features ?? 0, greatestTarget: greatest)
    }

    func packedSteps(of parts: [Forest]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.steps.count } * form.width)
        for (part, base) in zip(parts, mixtureBases) {
            for index in 0..<part.steps.count {
                var step = part.steps[index]
                step.target = Self.moved(step.target, by: base, classes: part.classes)
                form.append(step, to: &bytes)
            }
        }
        return bytes
    }

    /// A leaf that is a mixture counts from the first mixture of all parts on.
    private static func moved(_ target: Target, by base: Int, classes: Int) -> Target {
        guard case .leaf(let leaf) = target, leaf >= classes else { return target }
        return .leaf(leaf + base)
    }

    /// The arrays have 32-bit indices, and a target 31 bits.
    private static func requireRoom(_ steps: Int, _ mixtureParts: Int, _ target: Int) throws(RandomForestError) {
        guard steps <= Int(UInt32.max), mixtureParts <= Int(UInt32.max), target < 1 << 31 else {
            throw RandomForestError(.malformed("its parts are too large for one forest"))
        }
    }
}
