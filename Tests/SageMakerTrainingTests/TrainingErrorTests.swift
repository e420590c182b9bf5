import SageMakerTraining
import Testing

struct TrainingErrorTests {
    @Test(arguments: [
        (
            TrainingError.Kind.parameters("oob_score needs bootstrap"), "oob_score needs bootstrap",
            TrainingError.Fault.user
        ),
        (.malformed("odd"), "odd", .user),
        (.configuration("expected a JSON object"), "expected a JSON object", .platform),
        (
            .system(action: "write /m", reason: "No space left on device"), "cannot write /m: No space left on device",
            .platform
        ),
        (.unexpected("odd"), "this should not happen, please report it: odd", .algorithm),
    ])
    func messageAndFaultFit(kind: TrainingError.Kind, message: String, fault: TrainingError.Fault) {
        #expect(TrainingError(kind).description == message)
        #expect(TrainingError(kind, at: "a.csv").description == "a.csv: " + message)
        #expect(TrainingError(kind).fault == fault)
    }

    @Test func exitCodesTellTheFaultsApart() {
        #expect(TrainingError.Fault.allCases.map(\.exitCode) == [1, 2, 3])
    }

    @Test func longListsAndValuesAreShortened() {
        let names = (1...30).map { "c\($0)" }
        let missing = TrainingError(.missingColumn(hyperparameter: "text_column", wanted: ["t"], seen: names))
        #expect(missing.description.contains("c20, ... (30 in all); set"))
        let value = TrainingError(
            .hyperparameterValue(name: "language", value: String(repeating: "x", count: 5000), allowed: "pt")
        )
        #expect(value.description.count < 200)
    }
}
