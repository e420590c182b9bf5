import Dataset

/// What all trees of a forest share: documents by row and by column, their classes, and the parameters resolved for them.
struct TrainingPlan: Sendable {
    let matrix: LevelMatrix
    let columns: ColumnMatrix
    let classes: [UInt16]
    let classWeights: ClassWeights
    let rules: SplitRules
    let distribution: HypergeometricDistribution
    let criterion: Criterion
    let bootstrap: Bool
    /// The number of draws for each tree.
    let sampleSize: Int
    let seed: UInt64

    init(_ parameters: RandomForestParameters, matrix: LevelMatrix, classes: [Int], labels: [String]) {
        self.matrix = matrix
        columns = ColumnMatrix(matrix)
        self.classes = classes.map { UInt16(truncatingIfNeeded: $0) }
        classWeights = ClassWeights(parameters.classWeight, classes: classes, labels: labels)
        rules = SplitRules(parameters, documents: classes.count, features: matrix.features)
        distribution = HypergeometricDistribution(population: matrix.features, drawn: rules.maxFeatures)
        criterion = parameters.criterion
        bootstrap = parameters.bootstrap
        sampleSize = parameters.maxSamples?.drawn(from: classes.count) ?? classes.count
        seed = parameters.randomState
    }

    /// The random numbers of a tree.
    func generator(ofTree number: Int) -> SeededGenerator {
        SeededGenerator(seed: seed, stream: UInt64(truncatingIfNeeded: number))
    }
}
