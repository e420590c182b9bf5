import Evaluation
import FeatureExtraction
import RandomForest

extension TextClassifierTraining {
    /// The class of each training document.
    public var classes: [Int] { trainer.classes }

    /// The number of training documents without any term of the model.
    public var documentsWithoutTerms: Int { trainer.documentsWithoutFeatures }

    /// For each label the terms that most tell it from the others: those that stand in a greater share of its training
    /// documents than of the others', by descending chi-square of documents with and without the term.
    ///
    /// O(entries of the feature matrix).
    ///
    /// - Parameters:
    ///   - most: How many terms a label has at most.
    ///   - least: The fewest documents of the label that a term stands in.
    /// - Returns: The terms of each label, in the order of the labels.
    public func tellingTerms(most: Int, inAtLeast least: Int) -> [[TellingTerm]] {
        let members = classes.reduce(into: Array(repeating: 0, count: labels.count)) { $0[$1] += 1 }
        let documents = members.reduce(0, +)
        var rankings = Array(repeating: Ranking<(Int, ContingencyTable)>(most: most), count: labels.count)
        trainer.forEachFeature { feature, counts, classes in
            let holding = classes.reduce(0) { $0 + counts[$1] }
            for label in classes where counts[label] >= least {
                let table = ContingencyTable(
                    holding: counts[label],
                    of: members[label],
                    othersHolding: holding - counts[label],
                    of: documents - members[label]
                )
                guard table.share > table.othersShare else { continue }
                rankings[label].add(table.chiSquare, (feature, table))
            }
        }
        return rankings.map { ranking in
            ranking.items.map { TellingTerm(term: vectorizer.vocabulary.term(at: $0.0), counts: $0.1) }
        }
    }
}
