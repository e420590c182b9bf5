internal import Dataset

extension LabeledDocuments {
    /// The documents at the positions that are wanted.
    func filter(_ isKept: (Int) -> Bool) -> LabeledDocuments {
        let kept = texts.indices.filter(isKept)
        return LabeledDocuments(texts: kept.map { texts[$0] }, labels: kept.map { labels[$0] })
    }

    /// The documents with new labels, without those that get none.
    func relabeled(_ labels: [String?]) -> LabeledDocuments {
        let kept = texts.indices.filter { labels[$0] != nil }
        return LabeledDocuments(texts: kept.map { texts[$0] }, labels: kept.compactMap { labels[$0] })
    }
}
