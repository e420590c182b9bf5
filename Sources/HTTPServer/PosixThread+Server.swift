internal import Threads

extension PosixThread {
    /// Starts a thread of a server.
    static func start(_ name: String, _ body: @escaping @Sendable () -> Void) throws(SocketError) -> PosixThread {
        do throws(PosixThreadError) {
            return try PosixThread(name: name, body)
        } catch {
            throw SocketError(.system(call: PosixThreadError.call, number: error.number), endpoint: "threads")
        }
    }
}
