import SageMakerTraining
import Testing

struct TrainingEnvironmentTests {
    @Test func pathsAreSageMakers() {
        let environment = TrainingEnvironment(variables: [:])
        #expect(environment.hyperparametersFile == "/opt/ml/input/config/hyperparameters.json")
        #expect(environment.inputDataConfigurationFile == "/opt/ml/input/config/inputdataconfig.json")
        #expect(environment.resourceConfigurationFile == "/opt/ml/input/config/resourceconfig.json")
        #expect(environment.checkpointConfigurationFile == "/opt/ml/input/config/checkpointconfig.json")
        #expect(environment.scratchDirectory == "/tmp")
        #expect(environment.dataDirectory == "/opt/ml/input/data")
        #expect(environment.modelDirectory == "/opt/ml/model")
        #expect(environment.outputDataDirectory == "/opt/ml/output/data")
        #expect(environment.failureFile == "/opt/ml/output/failure")
        #expect(environment.checkpointDirectory == "/opt/ml/checkpoints")
        #expect(environment.jobName == nil)
    }

    @Test func variablesMoveTheBaseAndNameTheJob() {
        let environment = TrainingEnvironment(variables: [
            "SAGEMAKER_BASE_DIR": "/tmp/ml", "TRAINING_JOB_NAME": "job-7",
        ])
        #expect(environment.modelDirectory == "/tmp/ml/model")
        #expect(environment.jobName == "job-7")
        #expect(TrainingEnvironment(variables: ["SAGEMAKER_BASE_DIR": ""]).baseDirectory == "/opt/ml")
    }

    @Test func machinesAreReadWithWhatElseTheFileHolds() throws {
        let folder = try JobFolder()
        try folder.write(
            #"{"current_host": "algo-2-x7k2p", "hosts": ["algo-2-x7k2p", "algo-1-x7k2p"], "instance_groups": [{}]}"#,
            to: "input/config/resourceconfig.json"
        )
        let resources = try ResourceConfiguration(folder.environment)
        #expect(resources.currentHost == "algo-2-x7k2p")
        #expect(resources.hosts == ["algo-1-x7k2p", "algo-2-x7k2p"])
        #expect(!resources.isLeader)
    }

    @Test func withoutFileOrFieldsThereIsOneMachine() throws {
        let folder = try JobFolder()
        #expect(try ResourceConfiguration(folder.environment) == ResourceConfiguration())
        #expect(ResourceConfiguration().isLeader)
        try folder.write("{}", to: "input/config/resourceconfig.json")
        #expect(try ResourceConfiguration(folder.environment).isLeader)
    }

    @Test func brokenFileIsAFaultOfThePlatform() throws {
        let folder = try JobFolder()
        try folder.write("[1", to: "input/config/resourceconfig.json")
        let error = #expect(throws: TrainingError.self) { try ResourceConfiguration(folder.environment) }
        #expect(error?.fault == .platform)
        #expect(error?.place == folder.environment.resourceConfigurationFile)
    }

    @Test func unreadableFileIsReported() throws {
        let folder = try JobFolder()
        try folder.write("x", to: "input/config/hyperparameters.json/folder")
        let error = #expect(throws: TrainingError.self) { try Hyperparameters(folder.environment) }
        #expect(
            error?.description == "cannot read \(folder.environment.hyperparametersFile): Is a directory"
        )
    }
}
