import HTTP
import SageMakerInference

/// A client that sends a body in pieces and keeps the answer.
final class StubExchange: HTTPExchange {
    private var pieces: [[UInt8]]
    private let fault: HTTPError?
    /// Pieces of the answer that are taken before the client is gone.
    private let writesBeforeLoss: Int
    private(set) var response: HTTPResponse?
    /// How many pieces of the body had not been read when the answer began.
    private(set) var unreadAtBeginning = 0
    private(set) var writes = 0

    init(_ body: [UInt8], pieceBytes: Int, fault: HTTPError? = nil, writesBeforeLoss: Int = .max) {
        pieces = stride(from: 0, to: body.count, by: pieceBytes)
            .map { Array(body[$0..<min($0 + pieceBytes, body.count)]) }
            .reversed()
        self.fault = fault
        self.writesBeforeLoss = writesBeforeLoss
    }

    func read() throws(HTTPError) -> [UInt8]? {
        if let piece = pieces.popLast() { return piece }
        if let fault { throw fault }
        return nil
    }

    func begin(_ response: HTTPResponse) throws(HTTPError) {
        self.response = response
        unreadAtBeginning = pieces.count
    }

    func write(_ bytes: [UInt8]) throws(HTTPError) {
        guard writes < writesBeforeLoss else { throw HTTPError(.connectionLost) }
        response?.body += bytes
        writes += 1
    }
}
