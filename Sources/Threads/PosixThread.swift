internal import CLinux
internal import Glibc

/// A thread of the operating system; not a task, so that blocking it holds up nothing else.
public struct PosixThread: Sendable {
    /// pthread_t is an address without access to memory.
    private let handle: pthread_t
    private static let longestName = 15

    private final class Start {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// Starts a thread; `name` shows in top and gdb, up to 15 bytes of it.
    ///
    /// - Throws: `PosixThreadError` when the system has no room for another thread.
    public init(name: String, _ body: @escaping @Sendable () -> Void) throws(PosixThreadError) {
        var thread = pthread_t()
        let name = Self.cut(name)
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
            throw PosixThreadError(number: status)
        }
        handle = thread
    }

    /// The characters of a name that the kernel has room for.
    private static func cut(_ name: String) -> String {
        var name = name
        while name.utf8.count > longestName { name.removeLast() }
        return name
    }

    /// Waits for the end of the thread; once only.
    public func join() {
        pthread_join(handle, nil)
    }

    /// Lets the thread end by itself; instead of `join`.
    public func detach() {
        pthread_detach(handle)
    }
}
