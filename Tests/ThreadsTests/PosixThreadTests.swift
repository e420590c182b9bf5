import FoundationEssentials
import Glibc
import Synchronization
import Testing
import Threads

struct PosixThreadTests {
    @Test func aThreadRunsOnceAndIsWaitedFor() throws {
        let runs = Atomic(0)
        let threads = try (0..<8).map { _ in
            try PosixThread(name: "test") { runs.add(1, ordering: .relaxed) }
        }
        for thread in threads { thread.join() }
        #expect(runs.load(ordering: .relaxed) == 8)
    }

    /// The kernel refuses names of more than 15 bytes, and a letter may have several.
    @Test(arguments: [("http-io", "http-io"), ("a-name-that-is-too-long", "a-name-that-is-"), ("ççççççççç", "ççççççç")])
    func theNameIsCutToWhatTheKernelTakes(name: String, seen: String) throws {
        let found = Mutex("")
        try PosixThread(name: name) {
            let name = (try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)) ?? ""
            found.withLock { $0 = name }
        }.join()
        #expect(found.withLock(\.self) == seen + "\n")
    }

    @Test func anErrorSaysWhatFailed() {
        #expect(PosixThreadError(number: EAGAIN).description.hasPrefix("pthread_create failed: Resource temporarily"))
    }
}
