import Dataset

/// A document in a tree's sample: its class and how often it was drawn; all zero where it is not, or no longer, there.
struct SampleInfo: Equatable {
    var bits: UInt32

    static let gone = SampleInfo(bits: 0)
    static let mostClasses = 1 << 16
    private static let oneDraw: UInt32 = 1 << 16

    @inline(__always)
    init(bits: UInt32) {
        self.bits = bits
    }

    /// A document that is not drawn yet.
    @inline(__always)
    init(class index: UInt16) {
        bits = UInt32(index)
    }

    /// Counts a draw, up to the greatest number that fits.
    @inline(__always)
    mutating func draw() {
        let (sum, overflow) = bits.addingReportingOverflow(Self.oneDraw)
        if !overflow { bits = sum }
    }

    @inline(__always) var isGone: Bool { bits == 0 }
    @inline(__always) var classIndex: Int { Int(truncatingIfNeeded: bits & 0xFFFF) }
    @inline(__always) var draws: Int { Int(truncatingIfNeeded: bits &>> 16) }
}

/// The documents that one tree learns from, with the number of times each was drawn, and the weights of their classes.
struct BootstrapSample: ~Copyable {
    /// For each document of the training set its class and draws; `.gone` for those out of the bag or without weight.
    let infos: WorkBuffer<SampleInfo>
    /// For each class the weight of one draw.
    let classWeights: WorkBuffer<Double>
    /// The number of documents that are in.
    private(set) var documents = 0
    /// The weight of all documents that are in.
    private(set) var weight = 0.0

    init(for plan: TrainingPlan) {
        infos = WorkBuffer(repeating: .gone, count: plan.classes.count)
        classWeights = WorkBuffer(repeating: 0, count: plan.classWeights.count)
    }

    /// Draws the sample of a tree with replacement, or takes each document once; O(documents).
    ///
    /// Documents whose class has no weight stay out, as in scikit-learn. A sample that holds no others is replaced by all
    /// documents, once each, since no tree can be grown from nothing.
    mutating func draw(_ plan: TrainingPlan, using generator: inout SeededGenerator) {
        for document in plan.classes.indices { infos[document] = SampleInfo(class: plan.classes[document]) }
        if plan.bootstrap {
            Self.forEachDraw(plan, using: &generator) { infos[$0].draw() }
        } else {
            drawEachOnce()
        }
        settle(plan)
        guard documents == 0 else { return }
        for document in plan.classes.indices { infos[document] = SampleInfo(class: plan.classes[document]) }
        drawEachOnce()
        settle(plan)
    }

    /// Calls `body` with each drawn document; the first numbers of a tree's generator are spent here.
    @inline(__always)
    static func forEachDraw(_ plan: TrainingPlan, using generator: inout SeededGenerator, _ body: (Int) -> Void) {
        for _ in 0..<plan.sampleSize { body(generator.below(plan.classes.count)) }
    }

    private func drawEachOnce() {
        for document in 0..<infos.count { infos[document].draw() }
    }

    private mutating func settle(_ plan: TrainingPlan) {
        plan.classWeights.resolve(into: classWeights, for: infos)
        (documents, weight) = (0, 0)
        for document in 0..<infos.count {
            let added = weight(of: infos[document])
            if added > 0 {
                documents &+= 1
                weight += added
            } else {
                infos[document] = .gone
            }
        }
    }

    /// The weight of a document.
    @inline(__always)
    func weight(of info: SampleInfo) -> Double {
        Double(info.draws) * classWeights[info.classIndex]
    }
}
