import Threads

@testable import HTTPServer

/// Threads of a test that end together; blocking them holds up no other test.
final class ThreadGroup {
    private var threads: [PosixThread] = []

    func start(_ body: @escaping @Sendable () -> Void) {
        guard let thread = try? PosixThread(name: "test", body) else { return }
        threads.append(thread)
    }

    func join() {
        for thread in threads { thread.join() }
        threads = []
    }
}
