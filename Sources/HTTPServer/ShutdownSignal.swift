internal import CLinux
internal import Glibc

/// Waits for SIGTERM or SIGINT, or for another thread that asks for the end; for SIGHUP too where it has a meaning.
///
/// Made first of all in a program, before threads and children: the signals are blocked in the calling thread and in
/// all that it starts, and are read from a descriptor instead. Children must be started with an empty signal mask.
public final class ShutdownSignal: Sendable {
    /// Why the program is to end.
    public enum Cause: Equatable, Sendable {
        case terminated
        case interrupted
        /// SIGHUP: the program is not to end, but to read its settings again.
        case hungUp
        /// Another thread called `request`.
        case requested
    }

    private let signals: Int32
    private let wakeup: Wakeup

    /// Blocks the signals and opens the descriptors; SIGHUP is left alone, and so ends the program, unless it is caught.
    public init(catchesHangUp: Bool = false) throws(SocketError) {
        wakeup = try Wakeup()
        var mask = sigset_t()
        unsafe sigemptyset(&mask)
        unsafe sigaddset(&mask, SIGTERM)
        unsafe sigaddset(&mask, SIGINT)
        if catchesHangUp { unsafe sigaddset(&mask, SIGHUP) }
        unsafe pthread_sigmask(SIG_BLOCK, &mask, nil)
        signals = unsafe signalfd(-1, &mask, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
        guard signals >= 0 else {
            let error = SocketError.last("signalfd", endpoint: "signals")
            wakeup.close()
            throw error
        }
    }

    deinit {
        close(signals)
        wakeup.close()
    }

    /// Waits until the program is to end, or to read its settings again.
    public func wait() -> Cause {
        var descriptors = [
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeup.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            _ = unsafe poll(&descriptors, nfds_t(descriptors.count), -1)
            if let cause = nextSignal() { return cause }
            if descriptors[1].revents != 0 { return .requested }
        }
    }

    /// Ends the wait from any thread.
    public func request() {
        wakeup.signal()
    }

    private func nextSignal() -> Cause? {
        var information = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        guard unsafe read(signals, &information, size) == size else { return nil }
        return switch Int32(truncatingIfNeeded: information.ssi_signo) {
        case SIGINT: .interrupted
        case SIGHUP: .hungUp
        default: .terminated
        }
    }
}

extension Server {
    /// Starts, serves until `signal`, and shuts down in order; returns what ended it.
    @discardableResult
    public func run(until signal: ShutdownSignal) throws(SocketError) -> ShutdownSignal.Cause {
        try start()
        let cause = signal.wait()
        shutdown()
        return cause
    }
}
