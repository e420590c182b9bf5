import JSON
import TestSupport
import Testing

/// A shop's synonyms come with the data and travel in the model.
struct SubstitutionTests {
    @Test(arguments: ["config", "training"])
    func synonymsAreAppliedAtTrainingAndServing(channel: String) throws {
        let job = try JobFolder(
            hyperparameters: ["language": "pt", "normalizer": "none", "n_estimators": "5"],
            channels: ["config", "training"]
        )
        try job.add(Array(#"{"mercadoria":"pedido","bom dia":""}"#.utf8), to: channel, as: "substitutions.json")
        let rows = "text,label\nbom dia mercadoria atrasada,atraso\nbom dia quero trocar,troca\n"
        try job.add(Array(rows.utf8), to: "training", as: "a.csv")
        let outcome = try job.train()
        #expect(outcome.status == 0, "\(outcome.log)")
        let report = try CarteiroExecutable().run(
            ["analyze", "--model", job.folder.path + "/model", "--format", "json"],
            input: "Bom dia, cadê a mercadoria?\n"
        )
        var parser = JSONParser(Array(report.output.utf8))
        let terms = try parser.parse()["terms"]?.arrayValue?.compactMap(\.stringValue)
        #expect(terms?.contains("pedido") == true && terms?.contains("dia") == false, "\(report.output)")
    }
}
