import Testing

@testable import MLflow

struct EntityNameTests {
    @Test(arguments: [
        ("validation:accuracy", "validation/accuracy"), ("train:fit_seconds", "train/fit_seconds"),
        ("validation:f1:Troca ou devolu\u{e7}\u{e3}o", "validation/f1/Troca ou devolu\u{e7}\u{e3}o"),
        ("validation:f1:a/b, (c)", "validation/f1/a_b_ _c_"), ("validation:f1:..", "validation/f1/_"),
        ("validation:f1:", "validation/f1/_"), ("validation:f1:\u{1F4E6}\n", "validation/f1/__"),
        ("validation:f1:\u{6e9}\u{2162}", "validation/f1/_\u{2162}"),
    ])
    func namesHoldOnlyWhatMLflowTakes(name: String, key: String) {
        #expect(EntityName.metric(name) == key)
    }

    @Test func longNamesAreCut() {
        let name = EntityName.metric("validation:f1:" + String(repeating: "a", count: 400))
        #expect(name.unicodeScalars.count == MLflowLimits.nameCharacters)
    }
}
