import Evaluation

@testable import TrainingReport

/// Contents of reports, made up.
enum SampleContent {
    /// Names that must do no harm: markup, quotes, a very long one, right to left, one that turns the direction, control
    /// characters and nothing at all.
    static let wildLabels = [
        "<script>alert(1)</script>", "\"quoted\" & 'single'", String(repeating: "comprido ", count: 60), "إلغاء الطلب",
        "abc\u{202E}def\u{1}\u{0}", "", "]]><svg onload=alert(1)>", "a_b/c.d",
    ]

    /// A content with so many documents a label; every fifth answer is wrong.
    static func content(
        labels: [String] = ["Entrega", "Troca", "Cupom"],
        documents: Int = 60,
        source: ReportContent.Source = .validation
    ) -> ReportContent {
        let classifications = (0..<documents).map { document in
            let actual = document % labels.count
            let isWrong = document.isMultiple(of: 5)
            let score = Float(30 + (document * 7) % 70) / 100
            return Classification(
                actual: actual,
                predicted: isWrong ? (actual + 1) % labels.count : actual,
                score: score,
                probabilityOfActual: isWrong ? (1 - score) / 2 : score
            )
        }
        let counts = labels.indices.map { label in (0..<documents).count { $0 % labels.count == label } }
        let facts = DocumentFacts(
            labelCounts: counts,
            lengths: TextLengths((0..<documents).map { $0 * 9 }),
            languages: [.init("Portuguese", documents), .init("Language unclear", 0)]
        )
        return ReportContent(
            producer: "carteiro 0.0.0",
            source: source,
            labels: labels,
            parameters: [
                .init(name: "n_estimators", value: "100", isDefault: true),
                .init(name: "stop_words", value: "<b>\"a\"</b>", isDefault: false),
            ],
            data: DataFacts(
                training: facts,
                validation: source == .validation ? facts : nil,
                features: 1234,
                withoutTerms: 2,
                notes: ["drop_duplicates: 3 of 63 documents are left out"]
            ),
            classifications: classifications,
            trees: [1, 10, 100].map { .init(trees: $0, documents: documents, correct: documents * $0 / 125) },
            terms: labels.map { label in
                [
                    .init(
                        term: "<i>\(label.prefix(5))</i>",
                        counts: ContingencyTable(holding: 5, of: 20, othersHolding: 1, of: 40)
                    )
                ]
            },
            mistakes: [
                Mistake(
                    given: labels[labels.count - 1],
                    actual: labels[0],
                    score: 0.93,
                    scoreOfActual: 0.02,
                    text: "</p><script>alert('texto')</script> & \u{202E}fim"
                )
            ],
            automaticAnswers: AutomaticAnswers(
                thresholds: labels.indices.map { $0 == 0 ? nil : 0.6 },
                targetPrecision: 0.95,
                minutesPerMail: 3
            )
        )
    }
}
