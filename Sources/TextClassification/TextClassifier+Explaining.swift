import FeatureExtraction
import RandomForest
import TextAnalysis

extension TextClassifier {
    /// Explains the vote for a class of each text on the calling thread.
    ///
    /// O(bytes of the texts + steps of the walks); the first call takes O(steps of the forest) and from then on 8 bytes a
    /// step and 12 a leaf of memory.
    public func explain(_ texts: [String], classes: [Int], terms: Int) -> [Explanation] {
        precondition(texts.count == classes.count, "one class for each text")
        let explainer = explainer.explainer
        return buffers.withBuffer { buffer in
            zip(texts, classes).map { explain($0, class: $1, terms: terms, explainer, with: &buffer) }
        }
    }

    private func explain(
        _ text: String,
        class index: Int,
        terms: Int,
        _ explainer: ForestExplainer,
        with buffer: inout PredictionBuffer
    ) -> Explanation {
        analyzer.analyze(text, with: &buffer.analysis)
        vectorizer.transform(buffer.analysis.terms, into: &buffer.features)
        buffer.levels.load(buffer.features.vector)
        let attribution = explainer.attribution(of: buffer.levels, to: index)
        let ranking = ContributionRanking(attribution, most: terms)
        let sources = analyzer.sources(of: text, with: &buffer.analysis)
        let spans = spans(of: ranking.listed.map(\.feature), buffer.analysis.terms, sources)
        let offsets = ScalarOffsets(of: text, at: spans.joined())
        return Explanation(
            base: attribution.base,
            rawScore: attribution.score,
            terms: zip(ranking.listed, spans).map { listed, spans in
                Explanation.Term(
                    term: vectorizer.vocabulary.term(at: listed.feature),
                    contribution: listed.contribution,
                    spans: spans.map(offsets.range)
                )
            },
            absent: attribution.absent,
            rest: ranking.rest
        )
    }

    /// For each feature the ranges of its words' bytes in the text, ascending and each once.
    private func spans(
        of features: [Int],
        _ terms: TermList,
        _ sources: [Range<Int>?]
    ) -> [[Range<Int>]] {
        var spans = [[Range<Int>]](repeating: [], count: features.count)
        vectorizer.forEachOccurrence(in: terms) { feature, words in
            guard let place = features.firstIndex(of: feature),
                spans[place].count < ExplanationLimits.spansPerTerm
            else { return }
            for case let source? in sources[words] where spans[place].last != source { spans[place].append(source) }
        }
        return spans
    }
}

/// The contributions that an explanation lists, and the sum of the others.
private struct ContributionRanking {
    /// The strongest first; equals by feature.
    private(set) var listed: [(feature: Int, contribution: Double)] = []
    private(set) var rest = 0.0

    /// Lists the `most` strongest contributions for, and as many against.
    init(_ attribution: VoteAttribution, most: Int) {
        let ranked = attribution.contributions.sorted {
            let (left, right) = (abs($0.contribution), abs($1.contribution))
            return left == right ? $0.feature < $1.feature : left > right
        }
        var (supporting, opposing) = (0, 0)
        for part in ranked where part.contribution != 0 {
            if part.contribution > 0 { supporting += 1 } else { opposing += 1 }
            if (part.contribution > 0 ? supporting : opposing) <= most {
                listed.append(part)
            } else {
                rest += part.contribution
            }
        }
    }
}
