import Testing
import TextClassification

@testable import SageMakerTraining

struct MetricTests {
    @Test func namesDifferAndFitSageMaker() {
        #expect(Set(Metric.all.map(\.name)).count == Metric.all.count)
        // MetricDefinition: at most 40, a name of 255 and a pattern of 500 characters.
        #expect(Metric.all.count <= 40)
        #expect(Metric.all.allSatisfy { $0.name.count <= 255 && $0.pattern.count <= 500 })
        #expect(Metric.all.allSatisfy { $0.summary.hasSuffix(".") })
    }

    @Test func patternsFindTheNumberInTheirLine() throws {
        let lines = Lines()
        let log = MetricLog { lines.append($0) }
        for metric in Metric.all { log.record(metric, of: "Prazo de\nreembolso", 0.25) }
        for (metric, line) in zip(Metric.all, lines.all) {
            let pattern = metric.pattern.replacing("LABEL", with: "Prazo de reembolso")
            let match = try #require(try Regex(pattern).wholeMatch(in: line.dropLast()))
            #expect(match.output[1].substring == "0.2500")
        }
    }

    @Test func tableHasEveryPattern() {
        let rows = Metric.markdownTable.split(separator: "\n")
        #expect(rows.count == Metric.all.count + 2)
        #expect(rows.contains("| The number of labels. | `train:labels=([0-9.]+);` |"))
    }

    @Test func measuresAreThoseOfEachLabel() {
        let lines = Lines()
        let predictions = [[0.9, 0.1], [0.8, 0.2], [0.3, 0.7]].map {
            Prediction(probabilities: $0.map { Float($0) }, knownTerms: 1, terms: 1)
        }
        ValidationMeasures(predictions, labels: ["a", "b", "z"], classes: ["a": 0, "b": 1])
            .record(to: MetricLog { lines.append($0) })
        #expect(
            lines.all == [
                "validation:documents=3;\n", "validation:documents_with_unknown_label=1;\n",
                "validation:precision:a=0.5000;\n", "validation:recall:a=1.0000;\n", "validation:f1:a=0.6667;\n",
                "validation:precision:b=0.0000;\n", "validation:recall:b=0.0000;\n", "validation:f1:b=0.0000;\n",
                "validation:accuracy=0.3333;\n", "validation:macro_f1=0.2222;\n",
                "validation:weighted_f1=0.2222;\n", "validation:log_loss=12.5862;\n",
            ]
        )
    }

    @Test(
        arguments: [
            (100, 2, 10, 10), (100, 8, 7, 16), (7, 2, 4, 2), (1, 4, 1, 4), (25, 1, 9, 3), (100, 96, 2, 96),
            (100, 200, 1, 200),
        ] as [(Int, Int, Int, Int)]
    )
    func piecesOfAForestAreMultiplesOfTheThreads(trees: Int, threads: Int, pieces: Int, size: Int) {
        let ranges = TreeBatches.ranges(of: trees, threads: threads)
        #expect(ranges.flatMap { Array($0) } == Array(0..<trees))
        #expect(ranges.count == pieces)
        #expect(ranges.dropLast().allSatisfy { $0.count == size })
    }
}
