import Dataset
import FeatureExtraction
import Testing
import TextAnalysis

struct TfidfVectorizerTests {
    private static let documents = ["pedido atrasado", "quero trocar o pedido", "trocar pedido"]

    private func transform(_ text: String, _ vectorizer: TfidfVectorizer) -> TfidfVectorizer.Buffer {
        var buffer = TfidfVectorizer.Buffer()
        vectorizer.transform(TermList(words: text), into: &buffer)
        return buffer
    }

    @Test func emptyDocumentHasNoFeatures() throws {
        let vectorizer = try TfidfVectorizer.fit(Self.documents, TfidfParameters()).vectorizer
        let buffer = transform("", vectorizer)
        #expect(buffer.vector.indices.isEmpty && buffer.vector.values.isEmpty)
        #expect(buffer.knownTerms == 0)
    }

    @Test func unknownTermsAreLeftOut() throws {
        let vectorizer = try TfidfVectorizer.fit(Self.documents, TfidfParameters()).vectorizer
        let buffer = transform("xyz trocar abc trocar pedid pedidos", vectorizer)
        #expect(buffer.vector.indices.map { vectorizer.vocabulary.term(at: Int($0)) } == ["trocar"])
        #expect(buffer.vector.values == [1])
        #expect(buffer.knownTerms == 2)
        #expect(transform("xyz abc", vectorizer).vector.indices.isEmpty)
    }

    @Test func knownTermsCountTheShortestNGramsOnly() throws {
        let vectorizer = try TfidfVectorizer.fit(Self.documents, TfidfParameters(ngramRange: 1...2)).vectorizer
        let buffer = transform("quero trocar pedido novo", vectorizer)
        #expect(buffer.knownTerms == 3)
        #expect(
            buffer.vector.indices.map { vectorizer.vocabulary.term(at: Int($0)) }
                == ["pedido", "quero", "quero trocar", "trocar", "trocar pedido"]
        )
    }

    @Test func longestNGramSpansFiveTerms() throws {
        let vectorizer = try TfidfVectorizer.fit(["a b c d e f"], TfidfParameters(ngramRange: 5...5)).vectorizer
        #expect(vectorizer.vocabulary.terms == ["a b c d e", "b c d e f"])
        #expect(transform("a b c d", vectorizer).vector.indices.isEmpty)
        #expect(transform("z b c d e f", vectorizer).vector == .init(indices: [1], values: [1]))
    }

    @Test func longTermsAndLongDocumentsCount() throws {
        let long = String(repeating: "ção", count: 5_000)
        let text = Array(repeating: long, count: 3).joined(separator: " ") + " curto"
        let (vectorizer, matrix) = try TfidfVectorizer.fit([text], TfidfParameters(ngramRange: 1...2))
        #expect(vectorizer.vocabulary.terms == ["curto", long, long + " curto", long + " " + long])
        #expect(matrix.columnIndices == [0, 1, 2, 3])
        #expect(abs(matrix.values[1] / matrix.values[0] - 3) < 1e-6)
    }

    @Test func usedBufferGivesTheRowOfAFreshOne() throws {
        let vectorizer = try TfidfVectorizer.fit(Self.documents, TfidfParameters(ngramRange: 1...3)).vectorizer
        var used = TfidfVectorizer.Buffer()
        for text in Self.documents + ["", "pedido"] {
            vectorizer.transform(TermList(words: text), into: &used)
            let fresh = transform(text, vectorizer)
            #expect(used.vector == fresh.vector && used.knownTerms == fresh.knownTerms)
        }
    }

    @Test func rowsHaveLengthOneForTheLeastAndGreatestWeights() throws {
        let vectorizer = try TfidfVectorizer(
            parameters: TfidfParameters(),
            vocabulary: Vocabulary(terms: ["a", "b"]),
            idf: [.leastNonzeroMagnitude, .greatestFiniteMagnitude]
        )
        #expect(transform("a", vectorizer).vector.values == [1])
        #expect(transform("b b", vectorizer).vector.values == [1])
        #expect(transform("a b", vectorizer).vector.values == [0, 1])
    }

    /// scikit-learn leaves open which of equals stay.
    @Test func termsOfEqualOccurrencesStayInOrderOfTheirBytes() throws {
        let documents = ["zz zz b a d c", "d c b a zz é Z"]
        for (limit, terms) in [
            (1, ["zz"]), (2, ["a", "zz"]), (4, ["a", "b", "c", "zz"]), (6, ["Z", "a", "b", "c", "d", "zz"]),
        ] {
            let parameters = try TfidfParameters(maxFeatures: limit)
            #expect(try TfidfVectorizer.fit(documents, parameters).vectorizer.vocabulary.terms == terms)
        }
    }

    @Test func noTermLeftIsRefused() throws {
        let cases: [([String], TfidfParameters, Int)] = [
            (["", ""], try TfidfParameters(), 0),
            ([], try TfidfParameters(), 0),
            (["a", "b"], try TfidfParameters(ngramRange: 2...2), 0),
            (["a b", "c"], try TfidfParameters(minDF: .count(2)), 3),
            (["a", "a"], try TfidfParameters(maxDF: .count(1)), 1),
            (["a", "a b"], try TfidfParameters(minDF: .share(1), maxDF: .share(0.5)), 2),
        ]
        for (documents, parameters, terms) in cases {
            #expect(throws: TfidfError(.emptyVocabulary(terms: terms))) {
                try TfidfVectorizer.fit(documents, parameters)
            }
        }
    }

    @Test(arguments: [[], [1], [1, 0], [1, -1], [1, .nan], [.infinity, 1], [1, 1, 1]] as [[Float]])
    func weightsThatDoNotFitAreRefused(_ idf: [Float]) throws {
        let vocabulary = try Vocabulary(terms: ["a", "b"])
        #expect(throws: TfidfError(.weights(idf.count, terms: 2))) {
            try TfidfVectorizer(parameters: TfidfParameters(), vocabulary: vocabulary, idf: idf)
        }
    }

    @Test func parametersThatWereChangedLaterAreCheckedBeforeFitting() throws {
        var parameters = try TfidfParameters()
        parameters.minDF = .share(.nan)
        #expect(throws: TfidfError.self) { try TfidfVectorizer.fit([TermCounter](), parameters) }
    }
}
