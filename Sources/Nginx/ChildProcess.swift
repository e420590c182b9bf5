internal import Glibc
internal import Threads

/// Starts and watches a child; the system calls of this target that need pointers are here.
enum ChildProcess {
    /// Starts a program with no signal blocked or ignored, in a process group of its own.
    static func spawn(_ binary: String, arguments: [String]) throws(NginxError) -> pid_t {
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
        var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        var pid: pid_t = 0
        let status = unsafe posix_spawn(&pid, binary, nil, &attributes, &pointers, environ)
        guard status == 0 else { throw NginxError(.system(call: "posix_spawn", number: status), path: binary) }
        return pid
    }

    /// Waits for the end of `pid` on a thread of its own, then calls `onEnd`, which must reap it.
    ///
    /// With `reapsOthers` every other child that ends before is reaped.
    static func watch(
        _ pid: pid_t,
        reapsOthers: Bool,
        _ onEnd: @escaping @Sendable () -> Void
    ) throws(NginxError) {
        do throws(PosixThreadError) {
            try PosixThread(name: "child-watch") {
                awaitEnd(of: pid, reapsOthers: reapsOthers)
                onEnd()
            }.detach()
        } catch {
            kill(pid, SIGKILL)
            throw NginxError(.system(call: PosixThreadError.call, number: error.number), path: "process \(pid)")
        }
    }

    /// Takes the exit status of a child that has ended, and kills what is left of its process group.
    ///
    /// The group goes first: until it is reaped the child's number can't be given to another process.
    static func reap(_ pid: pid_t) -> NginxExit {
        kill(-pid, SIGKILL)
        var status: Int32 = 0
        while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
        return decode(status)
    }

    /// Waits until `pid` has ended and leaves it to be reaped.
    ///
    /// The next zombie is looked at without taking it (WNOWAIT), so that none is taken by mistake.
    private static func awaitEnd(of pid: pid_t, reapsOthers: Bool) {
        while true {
            var information = unsafe siginfo_t()
            let family = reapsOthers ? P_ALL : P_PID
            guard unsafe waitid(family, id_t(pid), &information, WEXITED | WNOWAIT) == 0 else {
                if errno == EINTR { continue }
                return
            }
            let ended = unsafe information._sifields._sigchld.si_pid
            if ended == pid { return }
            _ = waitpid(ended, nil, 0)
        }
    }

    /// The macros WIFEXITED, WEXITSTATUS and WTERMSIG of wait(2), which Swift can't import.
    static func decode(_ status: Int32) -> NginxExit {
        status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
    }
}
