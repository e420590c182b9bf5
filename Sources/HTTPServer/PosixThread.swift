internal import CLinux
internal import Glibc

/// A thread of the operating system; not a task, so that blocking it holds up nothing else.
struct PosixThread: Sendable {
    /// pthread_t is an address without access to memory.
    private let handle: pthread_t

    private final class Start {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// Starts a thread; `name` shows in top and gdb, up to 15 bytes of it.
    init(name: String, _ body: @escaping @Sendable () -> Void) throws(SocketError) {
        var thread = pthread_t()
        let name = String(name.prefix(15))
        let start = unsafe Unmanaged.passRetained(
            Start {
                unsafe carteiro_name_thread(name)
                body()
            }
        )
        let status = unsafe pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            },
            start.toOpaque()
        )
        guard status == 0 else {
            unsafe start.release()
            throw SocketError(.system(call: "pthread_create", number: status), endpoint: "threads")
        }
        handle = thread
    }

    /// Waits for the end of the thread; once only.
    func join() {
        pthread_join(handle, nil)
    }

    /// Lets the thread end by itself; instead of `join`.
    func detach() {
        pthread_detach(handle)
    }
}
