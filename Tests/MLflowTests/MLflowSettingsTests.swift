import Testing

@testable import MLflow

struct MLflowSettingsTests {
    private static func settings(_ variables: [String: String]) throws -> MLflowSettings? {
        try MLflowSettings(["MLFLOW_TRACKING_URI": "https://m.example:5000/"].merging(variables) { $1 })
    }

    @Test(arguments: [[:], ["MLFLOW_TRACKING_URI": " "], ["MLFLOW_EXPERIMENT_NAME": "a"]])
    func withoutAnAddressThereAreNone(variables: [String: String]) throws {
        #expect(try MLflowSettings(variables) == nil)
    }

    @Test func namesAndTimesAreRead() throws {
        let settings = try #require(
            try Self.settings([
                "MLFLOW_EXPERIMENT_NAME": " correio ", "MLFLOW_RUN_NAME": "r", "MLFLOW_REGISTERED_MODEL_NAME": "m",
                "CARTEIRO_MLFLOW_SECONDS": "7",
            ])
        )
        #expect(settings.baseURL == "https://m.example:5000")
        #expect(settings.experimentName == "correio")
        #expect(settings.runName == "r")
        #expect(settings.registeredModelName == "m")
        #expect(settings.secondsAfterTraining == 7)
        #expect(settings.authorization == nil)
    }

    @Test func defaultsAreMLflows() throws {
        let settings = try #require(try Self.settings([:]))
        #expect(settings.experimentName == "Default")
        #expect(settings.runName == nil)
        #expect(settings.registeredModelName == nil)
        #expect(settings.secondsAfterTraining == MLflowLimits.secondsAfterTraining)
    }

    @Test(arguments: [
        ("http://127.0.0.1:5000", "http://127.0.0.1:5000"), ("HTTPS://M.example/a/b//", "https://M.example/a/b"),
        ("https://ana:s%40nha@m.example", "https://m.example"), ("http://[::1]:5000", "http://[::1]:5000"),
    ])
    func addressLosesItsCredentialsAndLastSlash(uri: String, baseURL: String) throws {
        #expect(try Self.settings(["MLFLOW_TRACKING_URI": uri])?.baseURL == baseURL)
    }

    @Test(arguments: [
        "file:///tmp/mlruns", "sqlite:///m.db", "databricks", "http://", "http:/a", "http://a b", "https://m/?x=1",
        "https://m/#/experiments", "arn:aws:sagemaker:us-east-1:111122223333:mlflow-tracking-server/m",
        "https://ana:segredo@",
    ])
    func otherAddressesAreRefusedWithoutBeingShown(uri: String) {
        let error = #expect(throws: MLflowSettingsError.self) { try Self.settings(["MLFLOW_TRACKING_URI": uri]) }
        #expect(error?.description.hasPrefix("MLFLOW_TRACKING_URI must be the address of a tracking server") == true)
        #expect(error?.description.contains("segredo") == false)
    }

    @Test(arguments: ["0", "-1", "x", "1e9", "99999999999999999999"])
    func impossibleTimesAreRefused(seconds: String) {
        let error = #expect(throws: MLflowSettingsError.self) {
            try Self.settings(["CARTEIRO_MLFLOW_SECONDS": seconds])
        }
        #expect(error?.description == "CARTEIRO_MLFLOW_SECONDS must be a whole number from 1 to 3600")
    }

    @Test(arguments: [
        (["MLFLOW_TRACKING_USERNAME": "ana", "MLFLOW_TRACKING_PASSWORD": "p:w"], "Basic YW5hOnA6dw=="),
        (["MLFLOW_TRACKING_USERNAME": "ana"], "Basic YW5hOg=="),
        (["MLFLOW_TRACKING_TOKEN": "t0ken\n"], "Bearer t0ken"),
        (
            ["MLFLOW_TRACKING_USERNAME": "ana", "MLFLOW_TRACKING_PASSWORD": "p:w", "MLFLOW_TRACKING_TOKEN": "t"],
            "Basic YW5hOnA6dw=="
        ), (["MLFLOW_TRACKING_URI": "https://ana:p%3Aw@m"], "Basic YW5hOnA6dw=="),
        (["MLFLOW_TRACKING_URI": "https://ana:x@m", "MLFLOW_TRACKING_TOKEN": "t"], "Bearer t"),
    ])
    func credentialsBecomeAField(variables: [String: String], field: String) throws {
        let settings = try #require(try Self.settings(variables))
        #expect(settings.authorization == field)
        #expect("\(settings)" == settings.baseURL)
    }
}
