import TestSupport
import Testing

/// Each faulty job ends with the exit code of who has to act, says why in `output/failure` and the log, and
/// leaves no model.
struct FaultyJobTests {
    @Test(arguments: FaultyJob.all)
    func endsWithItsReason(fault: FaultyJob) throws {
        let job = try fault.folder()
        let before = job.modelFiles
        let outcome = try job.train()
        #expect(outcome.status == fault.status, "\(outcome.log)")
        let failure = try #require(job.failure)
        let line = failure.prefix { $0 != "\n" }
        #expect(line.hasPrefix("\(fault.fault): ") && line.unicodeScalars.count <= 1024, "\(failure)")
        for words in fault.expected {
            #expect(line.contains(words), "\(failure)")
            #expect(outcome.log.contains(words))
        }
        #expect(!outcome.output.contains("validation:"))
        #expect(job.modelFiles == before)
    }

    @Test func tableHoldsThirtyJobsAndTwoFaults() {
        #expect(FaultyJob.all.count >= 30)
        #expect(Set(FaultyJob.all.map(\.testDescription)).count == FaultyJob.all.count)
        #expect(Set(FaultyJob.all.map(\.status)) == [1, 3])
    }

    @Test func reasonFitsWhatTheServiceShows() throws {
        let name = String(repeating: "c\u{327}\u{301}", count: 60)
        let header = (1...20).map { "\($0)\(name)" }.joined(separator: ",")
        let job = try FaultyJob("long header", ["a.csv": header + "\n"], says: []).folder()
        #expect(try job.train().status == 1)
        let failure = try #require(job.failure)
        #expect(failure.hasPrefix("User error: training/a.csv: no column \"text\""))
        #expect(failure.hasSuffix("...\n"))
        #expect((1000...1025).contains(failure.unicodeScalars.count), "1,024 characters and the line end")
    }

    @Test func firstFailureStays() throws {
        let job = try FaultyJob("value", with: ["n_estimators": "0"], ["a.csv": FaultyJob.good], says: []).folder()
        try job.folder.write(Array("the cause\n".utf8), to: "output/failure")
        #expect(try job.train().status == 1)
        #expect(job.failure == "the cause\n")
    }

}
