import Dataset
import FeatureExtraction
import Testing
import TextAnalysis

/// What scikit-learn answers for the documents of the tests with one set of parameters.
struct TfidfGolden: Sendable, CustomTestStringConvertible {
    var name: String
    var parameters: @Sendable () throws -> TfidfParameters
    var terms: [String]
    var idf: [Float]
    var rows: [[UInt32: Float]]

    var testDescription: String { name }
}

/// Figures of `TfidfVectorizer(tokenizer=str.split, token_pattern=None, lowercase=False, …)`.
struct TfidfGoldenTests {
    static let documents = [
        "pedido atrasado pedido parado",
        "quero trocar o pedido",
        "quero cancelar",
        "",
        "troca de produto trocar produto produto",
        "entrega atrasado entrega",
    ]

    @Test(arguments: goldens)
    func figuresAreThoseOfScikitLearn(_ golden: TfidfGolden) throws {
        let (vectorizer, matrix) = try TfidfVectorizer.fit(Self.documents, golden.parameters())
        #expect(vectorizer.vocabulary.terms == golden.terms)
        #expect(matrix.columns == golden.terms.count && matrix.rows == Self.documents.count)
        #expect(vectorizer.idf.count == golden.idf.count)
        for (found, expected) in zip(vectorizer.idf, golden.idf) { #expect(abs(found - expected) < 2e-6) }
        for (row, expected) in golden.rows.enumerated() {
            let entries = matrix.entries(ofRow: row)
            #expect(Array(matrix.columnIndices[entries]) == expected.keys.sorted(), "row \(row)")
            for entry in entries {
                let value = expected[matrix.columnIndices[entry]] ?? .nan
                #expect(abs(matrix.values[entry] - value) < 1e-6, "row \(row)")
            }
        }
    }

    @Test(arguments: goldens)
    func transformEqualsTheFittedRowBitForBit(_ golden: TfidfGolden) throws {
        let (vectorizer, matrix) = try TfidfVectorizer.fit(Self.documents, golden.parameters())
        var buffer = TfidfVectorizer.Buffer()
        for (row, document) in Self.documents.enumerated() {
            vectorizer.transform(TermList(words: document), into: &buffer)
            let entries = matrix.entries(ofRow: row)
            #expect(buffer.vector.indices == Array(matrix.columnIndices[entries]))
            #expect(buffer.vector.values.map(\.bitPattern) == matrix.values[entries].map(\.bitPattern))
        }
    }

    @Test(arguments: goldens, [[3, 3], [1, 1, 1, 1, 1, 1], [0, 4, 0, 2], [5, 1, 0]])
    func resultDoesNotDependOnHowDocumentsAreShared(_ golden: TfidfGolden, shares: [Int]) throws {
        let shared = try TfidfVectorizer.fit(Self.documents, shares: shares, golden.parameters())
        let whole = try TfidfVectorizer.fit(Self.documents, golden.parameters())
        #expect(shared.vectorizer == whole.vectorizer)
        #expect(shared.matrix == whole.matrix)
    }
}
