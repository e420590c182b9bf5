public import Dataset
import Glibc

extension TfidfVectorizer {
    /// Chooses the vocabulary from counted documents, weighs it, and turns the documents into rows of features.
    ///
    /// The result does not depend on how the documents were shared among counters, only on their order.
    ///
    /// - Throws: `TfidfError` when a parameter is out of its range or no term is left.
    public static func fit(
        _ counters: [TermCounter],
        _ parameters: TfidfParameters
    ) throws(TfidfError) -> (vectorizer: TfidfVectorizer, matrix: CSRMatrix) {
        try parameters.validate()
        let merged = MergedCounts(counters)
        let chosen = merged.choose(parameters)
        guard !chosen.isEmpty else { throw TfidfError(.emptyVocabulary(terms: merged.table.count)) }
        let vectorizer = try TfidfVectorizer(
            parameters: parameters,
            vocabulary: Vocabulary(terms: chosen.map(merged.term)),
            idf: chosen.map { merged.idf(of: $0) }
        )
        return (vectorizer, vectorizer.matrix(of: counters, merged, chosen))
    }

    private func matrix(of counters: [TermCounter], _ merged: MergedCounts, _ chosen: [Int]) -> CSRMatrix {
        var featureOfTerm = Array(repeating: -1, count: merged.table.count)
        for (feature, term) in chosen.enumerated() { featureOfTerm[term] = feature }
        var matrix = CSRMatrix(columns: chosen.count)
        matrix.reserveCapacity(rows: merged.documents, entries: counters.reduce(0) { $0 + $1.counts.count })
        var row = RowBuffer()
        for (counter, numbers) in zip(counters, merged.numbers) {
            let features = numbers.map { featureOfTerm[$0] }
            for document in 0..<counter.documents {
                row.collect(counter, document, features)
                row.append(to: &matrix, weighedBy: self)
            }
        }
        return matrix
    }
}

/// The counts of one document while its row is made.
private struct RowBuffer {
    /// The feature in the upper half, its count in the lower.
    private var found: [UInt64] = []
    private var weights: [Double] = []
    private var row = SparseVector()

    /// Takes the counts of a document; `features` has the feature of each n-gram, or -1.
    mutating func collect(_ counter: TermCounter, _ document: Int, _ features: [Int]) {
        found.removeAll(keepingCapacity: true)
        for index in counter.offsets[document]..<counter.offsets[document + 1] {
            let count = counter.counts[index]
            let feature = features[Int(count.term)]
            guard feature >= 0 else { continue }
            found.append(UInt64(truncatingIfNeeded: feature) << 32 | UInt64(count.count))
        }
        found.sortShort()
    }

    /// Appends the row, scaled to Euclidean length 1; the sum runs in the order of the features, as when serving.
    mutating func append(to matrix: inout CSRMatrix, weighedBy vectorizer: TfidfVectorizer) {
        weights.removeAll(keepingCapacity: true)
        var squares = 0.0
        for entry in found {
            let count = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
            let weight = vectorizer.weight(count: count, of: Int(truncatingIfNeeded: entry >> 32))
            weights.append(weight)
            squares += weight * weight
        }
        let length = squares.squareRoot()
        row.removeAll()
        row.indices.append(addingCapacity: found.count) { (columns: inout OutputSpan<UInt32>) in
            for entry in found { columns.append(UInt32(truncatingIfNeeded: entry >> 32)) }
        }
        row.values.append(addingCapacity: found.count) { (values: inout OutputSpan<Float>) in
            for weight in weights { values.append(Float(weight / length)) }
        }
        matrix.appendRow(row)
    }
}

/// The terms of all counters under common numbers.
private struct MergedCounts {
    private(set) var table = TermTable()
    /// For each counter the common number of each of its terms.
    private(set) var numbers: [[Int]] = []
    private(set) var documents = 0
    private var tallies: [Tally] = []

    /// How many documents hold a term, and how often it stands in all of them.
    private struct Tally {
        var documents = 0
        var occurrences = 0
    }

    init(_ counters: [TermCounter]) {
        for counter in counters {
            let common = (0..<counter.table.count).map {
                table.intern(counter.table.bytes, counter.table.range(of: $0))
            }
            tallies += Array(repeating: Tally(), count: table.count - tallies.count)
            var tallies = tallies.mutableSpan
            for count in counter.counts {
                let term = common[Int(count.term)]
                tallies[term].documents += 1
                tallies[term].occurrences += Int(count.count)
            }
            numbers.append(common)
            documents += counter.documents
        }
    }

    func term(_ number: Int) -> String {
        String(decoding: table.bytes[table.range(of: number)], as: UTF8.self)
    }

    func idf(of number: Int) -> Float {
        Float(Glibc.log(Double(1 + documents) / Double(1 + tallies[number].documents)) + 1)
    }

    /// The terms to keep, in ascending order of their bytes; of terms that occur equally often the first stay.
    func choose(_ parameters: TfidfParameters) -> [Int] {
        let least = parameters.minDF.documents(of: documents)
        let most = parameters.maxDF.documents(of: documents)
        let kept = table.sorted(
            (0..<table.count).filter { Double(tallies[$0].documents) >= least && Double(tallies[$0].documents) <= most }
        )
        guard let limit = parameters.maxFeatures, kept.count > limit else { return kept }
        let ranked = kept.indices.sorted {
            let (left, right) = (tallies[kept[$0]].occurrences, tallies[kept[$1]].occurrences)
            return left == right ? $0 < $1 : left > right
        }
        return ranked.prefix(limit).sorted().map { kept[$0] }
    }
}
