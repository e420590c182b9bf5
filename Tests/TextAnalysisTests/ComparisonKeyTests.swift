import Testing
import TextAnalysis

struct ComparisonKeyTests {
    @Test(arguments: [
        ("Não chegou", "nao  CHEGOU ", true), ("Na\u{303}o", "não", true), ("a", "b", false), ("ab", "a b", false),
        ("\tTrocar,\ncancelar", "trocar, cancelar", true),
    ])
    func caseAccentsAndBlanksDoNotCount(first: String, second: String, areEqual: Bool) {
        #expect((ComparisonKey(first) == ComparisonKey(second)) == areEqual)
    }
}
