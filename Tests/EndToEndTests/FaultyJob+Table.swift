import Foundation
import TestSupport

extension FaultyJob {
    /// All jobs of the table, by the part of the job that is at fault.
    static let all =
        csv + json + otherForms + bytes + documents + hyperparameters + preparation + service + machines
        + earlierModel

    private static let csv = [
        FaultyJob("no text column", ["a.csv": "body,label\num,a\ndois,b\n"], says: ["a.csv", "text", "body, label"]),
        FaultyJob("no label column", ["a.csv": "text,tag\num,a\ndois,b\n"], says: ["a.csv", "label", "label_column"]),
        FaultyJob("too many fields", ["a.csv": "text,label\num,a\ndois,b,c\n"], says: ["a.csv", "line 3", "3 fields"]),
        FaultyJob("quote is not closed", ["a.csv": "text,label\n\"um,a\n"], says: ["line 2, byte 11", "never closed"]),
        FaultyJob(
            "text behind a closing quote",
            ["a.csv": "text,label\n\"um\" dois,a\n"],
            says: ["line 2", "double each quote"]
        ),
        FaultyJob("label is empty", ["a.csv": "text,label\num,a\ndois,\n"], says: ["line 3", "give each document"]),
    ]

    private static let json = [
        FaultyJob(
            "JSON line is broken",
            ["a.jsonl": "{\"text\":\"um\",\"label\":\"a\"}\n{\"text\":}\n"],
            says: ["a.jsonl", "line 2, column 9"]
        ),
        FaultyJob("JSON line without the text", ["a.jsonl": "{\"label\":\"a\"}\n"], says: ["line 1", "no column"]),
        FaultyJob(
            "JSON text is a list",
            ["a.jsonl": "{\"text\":[\"um\"],\"label\":\"a\"}\n"],
            says: ["line 1", "holds an array"]
        ),
        FaultyJob("JSON array of texts", ["a.json": "[\n\"um\"]"], says: ["line 2", "found a string"]),
        FaultyJob(
            "JSON array is cut off",
            ["a.json": "[{\"text\":\"um\",\"label\":\"a\"},"],
            says: ["a.json", "not closed"]
        ),
    ]

    private static let otherForms = [
        FaultyJob("BlazingText without a label", ["a.txt": "__label__a um\ndois\n"], says: ["a.txt", "line 2"]),
        FaultyJob("attribute is missing", bytes: ["a.rec": record + record + record], says: ["source, label"]),
        FaultyJob("RecordIO is cut off", bytes: ["a.rec": record + record.dropLast(4)], says: ["record 2", "byte 12"]),
    ]

    /// The text "um" in RecordIO.
    private static let record: [UInt8] = [0x0A, 0x23, 0xD7, 0xCE, 2, 0, 0, 0, 0x75, 0x6D, 0, 0]

    private static let bytes = [
        FaultyJob(
            "text is not UTF-8",
            bytes: ["a.csv": Array("text,label\num,a\ndo".utf8) + [0xFF] + Array("is,b\n".utf8)],
            says: ["a.csv", "byte 18", "UTF-8"]
        ),
        FaultyJob("UTF-16", bytes: ["a.csv": [0xFF, 0xFE, 0x74, 0x00]], says: ["a.csv", "UTF-16"]),
        FaultyJob("gzip is cut off", bytes: ["a.csv.gz": [0x1F, 0x8B, 0x08, 0x00]], says: ["too early"]),
        FaultyJob(
            "gzip is damaged",
            bytes: ["a.csv.gz": [0x1F, 0x8B, 0x08] + [UInt8](repeating: 0xFF, count: 40)],
            says: ["a.csv.gz", "damaged"]
        ),
        FaultyJob("Excel workbook", ["a.xlsx": "PK\u{3}\u{4}"], says: ["a.xlsx", "Excel"]),
        FaultyJob("Parquet is cut off", ["a.parquet": "PAR1\u{15}"], says: ["a.parquet", "damaged"]),
        FaultyJob("bzip2", ["a.csv.bz2": "BZh91AY"], says: ["a.csv.bz2", "bzip2"]),
    ]

    private static let documents = [
        FaultyJob("channel is empty", [:], says: ["training", "no data file"]),
        FaultyJob("only marks of Spark", ["_SUCCESS": ""], says: ["no data file", "_SUCCESS"]),
        FaultyJob("only headers", ["a.csv": "text,label\n", "b.csv": "text,label\n"], says: ["hold no document"]),
        FaultyJob("one label", ["a.csv": "text,label\num,a\ndois,a\n"], says: ["\"a\"", "at least two labels"]),
        FaultyJob(
            "each document has its own label",
            ["a.csv": "um,dois\n" + (1...30).map { "texto \($0),label\($0)\n" }.joined()],
            says: ["31 different labels", "label_column"]
        ),
        FaultyJob(
            "nothing but stop words",
            with: ["language": "pt"],
            ["a.csv": "text,label\no a,a\nos as,b\n"],
            says: ["no term is left"]
        ),
    ]

    private static let hyperparameters = [
        FaultyJob("misspelt name", with: ["n_estimator": "5"], ["a.csv": good], says: ["n_estimator", "n_estimators"]),
        FaultyJob("name of scikit-learn", with: ["ngram_range": "1,2"], ["a.csv": good], says: ["tfidf_ngram_range"]),
        FaultyJob("value out of range", with: ["n_estimators": "0"], ["a.csv": good], says: ["n_estimators", "\"0\""]),
        FaultyJob("value of another type", with: ["bootstrap": "maybe"], ["a.csv": good], says: ["true or false"]),
        FaultyJob(
            "weight of no label",
            with: ["class_weight": "{\"x\": 2}"],
            ["a.csv": good],
            says: ["class_weight", "x"]
        ),
        FaultyJob(
            "more samples than documents",
            with: ["max_samples": "9"],
            ["a.csv": good],
            says: ["max_samples", "2"]
        ),
        FaultyJob("terms are too rare", with: ["tfidf_min_df": "9"], ["a.csv": good], says: ["min_df"]),
        FaultyJob(
            "column is not there",
            with: ["text_column": "corpo"],
            ["a.csv": good],
            says: ["corpo", "text, label"]
        ),
    ]

    private static let preparation = [
        FaultyJob(
            "filter cannot be read",
            with: ["filter": "label > 1"],
            ["a.csv": good],
            says: ["filter", "COLUMN in"]
        ),
        FaultyJob(
            "filter of no column",
            with: ["filter": "x in [y]"],
            ["a.csv": good],
            says: ["\"x\"", "text, label"]
        ),
        FaultyJob("filter keeps nothing", with: ["filter": "label in [y]"], ["a.csv": good], says: ["keeps none of 2"]),
        FaultyJob(
            "labels are not there",
            with: ["keep_labels": "x,y"],
            ["a.csv": good],
            says: ["keep_labels", "x, y"]
        ),
        FaultyJob("labels are too rare", with: ["min_label_count": "5"], ["a.csv": good], says: ["min_label_count"]),
        FaultyJob("texts are too long", with: ["max_text_length": "3"], ["a.csv": good], says: ["max_text_length"]),
        FaultyJob("sample is too small", with: ["sample_fraction": "0.1"], ["a.csv": good], says: ["two labels"]),
        FaultyJob("all to measure with", with: ["validation_fraction": "1.0"], ["a.csv": good], says: ["below 1"]),
    ]

    private static let service = [
        FaultyJob(
            "no channel",
            file: "input/config/inputdataconfig.json",
            "{}",
            fault: "User error",
            status: 1,
            says: ["no input channel"]
        ),
        FaultyJob(
            "no channel to train on",
            file: "input/config/inputdataconfig.json",
            #"{"a": {}, "b": {}}"#,
            fault: "User error",
            status: 1,
            says: ["a, b", "training"]
        ),
        FaultyJob(
            "hyperparameters are no JSON",
            file: "input/config/hyperparameters.json",
            "{",
            fault: "Platform error",
            status: 3,
            says: ["hyperparameters.json"]
        ),
        FaultyJob(
            "hyperparameters are a list",
            file: "input/config/hyperparameters.json",
            "[]",
            fault: "Platform error",
            status: 3,
            says: ["hyperparameters.json", "object"]
        ),
        FaultyJob(
            "channels are no JSON",
            file: "input/config/inputdataconfig.json",
            "training",
            fault: "Platform error",
            status: 3,
            says: ["inputdataconfig.json"]
        ),
        FaultyJob(
            "reply policy with a fault",
            file: "input/data/training/reply_policy.json",
            #"{"default":{"template":0},"labels":{"a":{"template":1,"automatic":"yes"}}}"#,
            fault: "User error",
            status: 1,
            says: ["training/reply_policy.json", "/labels/a/automatic: expected true or false, found \"yes\""]
        ),
        FaultyJob(
            "reply policy for a label that is not there",
            file: "input/data/training/reply_policy.json",
            #"{"default":{"template":0},"labels":{"c/d":{"template":1}}}"#,
            fault: "User error",
            status: 1,
            says: ["training/reply_policy.json", "/labels/c~1d: the model has no label \"c/d\""]
        ),
        FaultyJob(
            "model cannot be written",
            file: "model/carteiro.model/file",
            "",
            fault: "Platform error",
            status: 3,
            says: ["write the model"]
        ),
    ]

    private static let machines = [
        FaultyJob(
            "channel is sharded over machines",
            job: [
                resources: twoMachines, channels: Array(#"{"training":{"S3DistributionType":"ShardedByS3Key"}}"#.utf8),
            ],
            says: ["ShardedByS3Key over 2 machines", "FullyReplicated"]
        ),
        FaultyJob(
            "fewer trees than machines",
            with: ["n_estimators": "1"],
            job: [resources: twoMachines],
            says: ["2 machines", "n_estimators"]
        ),
        FaultyJob(
            "channel of a machine is empty",
            job: [resources: twoMachines, "input/data/training/a.csv": [], "input/data/validation/a.csv": []],
            says: ["hold no document"]
        ),
        FaultyJob(
            "machine is not among the hosts",
            job: [resources: Array(#"{"current_host":"x","hosts":["a","b"]}"#.utf8)],
            fault: "Platform error",
            status: 3,
            says: ["resourceconfig.json", "\"x\""]
        ),
    ]

    private static let earlierModel = [
        FaultyJob(
            "channel of the model is empty",
            job: [channels: withModel],
            says: ["model", "no model.tar.gz"]
        ),
        FaultyJob(
            "archive of the model is damaged",
            job: [channels: withModel, "input/data/model/model.tar.gz": [0x1F, 0x8B, 0x08, 0x00]],
            says: ["model/model.tar.gz", "too early"]
        ),
        FaultyJob(
            "archive holds no model",
            job: [channels: withModel, "input/data/model/model.tar": [UInt8](repeating: 0, count: 1024)],
            says: ["model/model.tar", "holds no carteiro.model"]
        ),
        FaultyJob(
            "model of another program",
            job: [channels: withModel, "input/data/model/carteiro.model": [0x61]],
            says: ["carteiro.model", "not a Carteiro model"]
        ),
        FaultyJob(
            "label that the model does not know",
            job: [channels: withModel, "input/data/model/carteiro.model": model],
            says: ["does not know the labels \"a\", \"b\""]
        ),
        FaultyJob(
            "no more trees than the model has",
            with: ["n_estimators": "2"],
            job: [channels: withModel, "input/data/model/carteiro.model": model],
            says: ["n_estimators is 2", "has 5 trees"]
        ),
        FaultyJob(
            "part of a model alone",
            job: [channels: withModel, "input/data/model/forest-a.part": [0x61]],
            says: ["forest-a.part"]
        ),
    ]

    /// A small model of an earlier version of the program.
    private static let model = [UInt8](
        (try? Data(
            contentsOf: SampleMessages.repository
                .appendingPathComponent("Tests/ModelArtifactTests/Fixtures/v1/carteiro.model")
        )) ?? Data()
    )
    private static let resources = "input/config/resourceconfig.json"
    private static let channels = "input/config/inputdataconfig.json"
    private static let twoMachines = Array(#"{"current_host":"algo-2","hosts":["algo-1","algo-2"]}"#.utf8)
    private static let withModel = Array(#"{"training":{},"model":{}}"#.utf8)
}
