import HTTP
import SageMakerInference
import Testing

struct InferenceEnvironmentTests {
    @Test func emptyEnvironmentGivesTheDefaults() throws {
        let environment = try InferenceEnvironment(["SAGEMAKER_BIND_TO_PORT": " ", "SAGEMAKER_REGION": "x"])
        #expect(environment.port == 8080)
        #expect(environment.safePorts == nil)
        #expect(!environment.isBatch && !environment.isMultiModel && !environment.endsLastLine)
        #expect(environment.maximumBodyBytes == 6_291_456)
        #expect(environment.defaultAccept == nil && environment.outputKeys == nil && environment.workers == nil)
        #expect(environment.timeoutSeconds == 60)
        #expect("\(environment.logLevel)" == "info")
        #expect(environment.baseDirectory == "/opt/ml")
    }

    @Test func everySettingIsRead() throws {
        let environment = try InferenceEnvironment([
            "SAGEMAKER_BIND_TO_PORT": "9000", "SAGEMAKER_SAFE_PORT_RANGE": "21000-21999", "SAGEMAKER_BATCH": "True",
            "SAGEMAKER_MULTI_MODEL": "TRUE", "SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT": "text/csv",
            "SAGEMAKER_INFERENCE_OUTPUT": "label, probabilities,label", "SAGEMAKER_NUM_MODEL_WORKERS": "3",
            "MODEL_SERVER_TIMEOUT": "120", "SAGEMAKER_CONTAINER_LOG_LEVEL": "10",
            "SAGEMAKER_MAX_CONCURRENT_TRANSFORMS": "1", "SAGEMAKER_BASE_DIR": "/tmp/x",
        ])
        #expect(environment.port == 9000)
        #expect(environment.safePorts == 21_000...21_999)
        #expect(environment.isBatch && environment.isMultiModel && environment.endsLastLine)
        #expect(environment.maximumBodyBytes == 104_857_600)
        #expect(environment.defaultAccept?.essence == "text/csv")
        #expect(environment.outputKeys == [.label, .probabilities])
        #expect(environment.workers == 3)
        #expect(environment.timeoutSeconds == 120)
        #expect("\(environment.logLevel)" == "debug")
        #expect(environment.maximumConcurrentTransforms == 1)
        #expect(environment.baseDirectory == "/tmp/x")
    }

    @Test(
        arguments: [
            (["SAGEMAKER_MAX_PAYLOAD_IN_MB": "0", "MAX_CONTENT_LENGTH": "5"], nil),
            (["SAGEMAKER_MAX_PAYLOAD_IN_MB": "20"], 20_971_520),
            (["MAX_CONTENT_LENGTH": "1000"], 1_000),
            (["SAGEMAKER_MAX_REQUEST_SIZE": "2000"], 2_000),
        ] as [([String: String], Int?)]
    )
    func bodyLimitComesFromTheFirstVariableThatIsSet(variables: [String: String], bytes: Int?) throws {
        #expect(try InferenceEnvironment(variables).maximumBodyBytes == bytes)
    }

    @Test(arguments: [
        ("SAGEMAKER_BIND_TO_PORT", "abc", "a whole number from 1 to 65535"),
        ("SAGEMAKER_BIND_TO_PORT", "70000", "a whole number from 1 to 65535"),
        ("SAGEMAKER_SAFE_PORT_RANGE", "9-1", "two ports from 1 to 65535, the lower one first, such as 21000-21999"),
        ("SAGEMAKER_SAFE_PORT_RANGE", "5", "two ports from 1 to 65535, the lower one first, such as 21000-21999"),
        ("SAGEMAKER_BATCH", "maybe", "true or false"),
        ("SAGEMAKER_MAX_PAYLOAD_IN_MB", "-1", "a whole number from 0 to 10240"),
        (
            "SAGEMAKER_DEFAULT_INVOCATIONS_ACCEPT", "application/x-npy",
            "one of application/json, application/jsonlines, text/csv, text/plain"
        ),
        (
            "SAGEMAKER_INFERENCE_OUTPUT", "label,odd_score",
            "a comma list of label, predicted_label, score, probability, raw_score, labels, scores, raw_scores, "
                + "probabilities, terms, known_terms, isAutomatic, idTemplate, reason, error"
        ),
        ("MODEL_SERVER_WORKERS", "0", "a whole number from 1 to 1024"),
        ("SAGEMAKER_MODEL_SERVER_TIMEOUT", "1h", "a whole number from 1 to 86400"),
        (
            "SAGEMAKER_CONTAINER_LOG_LEVEL", "loud",
            "10 (debug), 20 (info), 30 (warning), 40 (error) or 50 (critical)"
        ),
    ])
    func impossibleValueNamesTheVariableAndWhatIsAllowed(variable: String, value: String, allowed: String) {
        let error = #expect(throws: InferenceEnvironmentError.self) {
            try InferenceEnvironment([variable: value])
        }
        #expect(error?.description == "\(variable) is \"\(value)\"; it must be \(allowed)")
    }

    @Test(arguments: [
        ("0", "trace"), ("20", "info"), ("30", "warning"), ("ERROR", "error"), ("50", "critical"),
    ])
    func logLevelIsPythonsNumberOrAName(value: String, level: String) throws {
        let environment = try InferenceEnvironment(["SAGEMAKER_CONTAINER_LOG_LEVEL": value])
        #expect("\(environment.logLevel)" == level)
    }
}
