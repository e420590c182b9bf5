import Dataset
import ModelArtifact
import Testing

@testable import SageMakerTraining

struct SeveralMachinesTests {
    @Test(arguments: [(10, 1), (10, 2), (10, 3), (3, 3), (100, 7)], [0, 5])
    func sharesCoverAllTreesInOrder(sizes: (trees: Int, machines: Int), earlier: Int) throws {
        let hosts = (1...sizes.machines).map { "algo-\($0)" }
        let all = try hosts.map {
            try TreeAssignment(
                of: ResourceConfiguration(currentHost: $0, hosts: hosts),
                trees: sizes.trees + earlier,
                earlierTrees: earlier
            )
        }
        #expect(all.flatMap { Array($0.range) } == Array(earlier..<sizes.trees + earlier))
        let shares = all.map { $0.share(of: .init()) }
        #expect(shares.map(\.index) == Array(hosts.indices))
        #expect(shares.first?.firstTree == 0 && shares.first?.treesAskedFor == all.first?.range.upperBound)
        #expect(shares.reduce(0) { $0 + $1.treesAskedFor } == sizes.trees + earlier)
        #expect(all.allSatisfy { ($0.line == nil) == (sizes.machines == 1) })
    }

    @Test func tooFewTreesAreReported() {
        let resources = ResourceConfiguration(currentHost: "a", hosts: ["a", "b", "c"])
        let few = #expect(throws: TrainingError.self) { try TreeAssignment(of: resources, trees: 2) }
        #expect(few?.description.contains("2 new trees") == true && few?.fault == .user)
        for trees in [7, 10] {
            let none = #expect(throws: TrainingError.self) {
                try TreeAssignment(of: ResourceConfiguration(), trees: trees, earlierTrees: 10)
            }
            #expect(none?.description.contains("above 10") == true)
        }
    }

    @Test(arguments: [
        #"{"current_host": "c", "hosts": ["a", "b"]}"#, #"{"hosts": ["a", "b"]}"#,
        #"{"current_host": "a", "hosts": ["a", "a"]}"#, #"{"current_host": "a/b", "hosts": ["a/b", "c"]}"#,
        #"{"current_host": "", "hosts": ["", "c"]}"#,
    ])
    func machinesThatCannotBeToldApartAreAFaultOfThePlatform(json: String) throws {
        let folder = try JobFolder()
        try folder.write(json, to: "input/config/resourceconfig.json")
        let error = #expect(throws: TrainingError.self) { try ResourceConfiguration(folder.environment) }
        #expect(error?.fault == .platform && error?.description.contains("current_host") == true)
    }

    @Test(arguments: ["S3DistributionType", "S3DataDistributionType"], ["training", "validation", "config"])
    func shardedChannelIsRefusedOnSeveralMachinesOnly(key: String, channel: String) throws {
        let job = try SmallJob(validation: true)
        try job.folder.write("{}", to: "input/data/config/a.json")
        let members = ["training", "validation", "config", "other"].map {
            "\"\($0)\": {\"\(key)\": \"\($0 == channel || $0 == "other" ? "ShardedByS3Key" : "FullyReplicated")\"}"
        }
        try job.folder.write("{" + members.joined(separator: ",") + "}", to: "input/config/inputdataconfig.json")
        #expect(try job.run() == .complete)
        try job.machine("b", of: ["a", "b"])
        let error = #expect(throws: TrainingError.self) { try job.run() }
        #expect(error?.fault == .user && error?.description.contains("\"\(channel)\" is ShardedByS3Key over 2") == true)
    }

    @Test func onlyTheFirstMachinePrints() throws {
        let hosts = ["algo-1", "algo-2"]
        for host in hosts {
            let job = try SmallJob(hyperparameters: ["oob_score": "true"], validation: true)
            try job.machine(host, of: hosts)
            #expect(try job.run() == .complete)
            #expect(job.lines.contains("validation:accuracy=") == (host == "algo-1"))
            #expect(job.lines.contains("oob:accuracy=") == (host == "algo-1"))
            #expect(job.lines.contains("train:job_seconds=") == (host == "algo-1"))
            #expect(ModelFiles(folder: job.modelFolder).parts == ["forest-\(host).part"])
            #expect(job.lines.contains("machine \(host.suffix(1)) of 2: grows the trees"))
        }
    }
}
