import HTTP
import TestSupport
import Testing

/// What a served model says of the sample's validation messages, bit for bit.
enum ServedVotes {
    /// The votes of a model trained without calibration, and the terms that it knows.
    ///
    /// A calibration rests on the documents and trees of one machine and one training.
    static func of(_ folder: TemporaryFolder) throws -> [UInt8] {
        let server = try ServingProcess(
            baseDirectory: folder.path,
            arguments: ["--direct"],
            environment: ["SAGEMAKER_INFERENCE_OUTPUT": "label,labels,probabilities,known_terms"]
        )
        try server.waitForPing()
        let csv = [UInt8](try SampleMessages.csv(channel: "validation"))
        let answer = try server.invoke(csv, contentType: "text/csv", accept: "application/jsonlines")
        #expect(answer.status == .ok)
        #expect(server.stop() == 0)
        return answer.body
    }
}
