import Testing
import TextClassification

@testable import ModelArtifact

/// Files that earlier versions of the program wrote; they are never written anew.
struct EarlierVersionTests {
    private static let texts = ["Quero trocar a camisa", "O pedido não chegou", "Não consigo entrar na conta", "xyz"]

    /// What the version of the program that wrote the file answered: the probabilities of
    /// "Acesso à conta", "Atraso" and "Troca".
    private static let answers: [(version: String, probabilities: [[Float]])] = [
        ("v1", [[0.2, 0, 0.8], [0.2, 0.8, 0], [0.8, 0, 0.2], [0.2, 0.4, 0.4]])
    ]

    @Test(arguments: answers.indices) func answersAreThoseOfItsDay(_ index: Int) throws {
        let (version, expected) = Self.answers[index]
        let model = try Model.open(path: Self.fixture(version))
        #expect(model.classifier.labels == ["Acesso à conta", "Atraso", "Troca"])
        #expect(model.classifier.predict(Self.texts).map(\.probabilities) == expected)
    }

    private static func fixture(_ version: String) -> String {
        "\(#filePath)".split(separator: "/").dropLast().map { "/" + $0 }.joined()
            + "/Fixtures/\(version)/\(ArtifactFormat.fileName)"
    }
}
