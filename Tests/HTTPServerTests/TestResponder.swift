import Glibc
import HTTP
import Synchronization

/// Echoes bodies, answers /ping at once, sleeps on /slow, and blocks on /gate until it is opened.
struct TestResponder: HTTPResponder {
    let gate = Gate()

    func isImmediate(method: HTTPMethod, path: String) -> Bool {
        path == "/ping"
    }

    func respond(to request: HTTPRequest) -> HTTPResponse {
        switch request.path {
        case "/ping": HTTPResponse(status: .ok)
        case "/gate": gate.pass()
        case "/slow": slow()
        case "/large": HTTPResponse(status: .ok, body: [UInt8](repeating: 120, count: 8 << 20))
        default: HTTPResponse(status: .ok, headers: ["X-Path": request.path], body: request.body)
        }
    }

    private func slow() -> HTTPResponse {
        usleep(20_000)
        return HTTPResponse(status: .ok, body: Array("slow".utf8))
    }

    /// Holds requests until it is opened.
    final class Gate: Sendable {
        private let waiting = Atomic(0)
        private let isOpen = Atomic(false)

        /// Requests that have come to the gate.
        var held: Int { waiting.load(ordering: .relaxed) }

        func open() {
            isOpen.store(true, ordering: .releasing)
        }

        func pass() -> HTTPResponse {
            waiting.add(1, ordering: .relaxed)
            while !isOpen.load(ordering: .acquiring) { usleep(1_000) }
            return HTTPResponse(status: .ok, body: Array("passed".utf8))
        }
    }
}
