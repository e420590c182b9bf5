import Glibc
import HTTP
import Synchronization

/// Echoes bodies, answers /ping at once, sleeps on /slow, and blocks on /gate until it is opened.
struct TestResponder: HTTPStreamingResponder {
    let gate = Gate()

    func isImmediate(method: HTTPMethod, path: String) -> Bool {
        path == "/ping"
    }

    func respond(to request: HTTPRequest) -> HTTPResponse {
        switch request.path {
        case "/ping": HTTPResponse(status: .ok)
        case "/gate", "/lengthy/gate": gate.pass()
        case "/slow": slow()
        case "/large": HTTPResponse(status: .ok, body: [UInt8](repeating: 120, count: 8 << 20))
        default: HTTPResponse(status: .ok, headers: ["X-Path": request.path], body: request.body)
        }
    }

    func isStreamed(method: HTTPMethod, path: String) -> Bool {
        path.hasPrefix("/stream/")
    }

    func isLengthy(method: HTTPMethod, path: String) -> Bool {
        path == "/lengthy/gate"
    }

    func isAnsweredInPieces(_ request: HTTPRequest) -> Bool {
        request.path == "/pieces"
    }

    func respond(to request: HTTPRequest, over exchange: any HTTPExchange) throws(HTTPError) {
        switch request.path {
        case "/pieces":
            try exchange.begin(HTTPResponse(status: .ok))
            while let piece = try exchange.read() { try exchange.write(piece) }
            for _ in 0..<64 { try exchange.write(request.body) }
        case "/stream/echo":
            try exchange.begin(HTTPResponse(status: .ok))
            while let piece = try exchange.read() { try exchange.write(piece) }
        case "/stream/count":
            var count = 0
            var largest = 0
            while let piece = try exchange.read() {
                count += piece.count
                largest = max(largest, piece.count)
            }
            let isBounded = largest <= 400_000
            try exchange.begin(HTTPResponse(status: .ok, body: Array("\(count) \(isBounded)".utf8)))
        case "/stream/source":
            try exchange.begin(HTTPResponse(status: .ok))
            for _ in 0..<512 { try exchange.write([UInt8](repeating: 120, count: 65_536)) }
        case "/stream/none":
            try exchange.begin(HTTPResponse(status: .noContent))
        default:
            break
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
