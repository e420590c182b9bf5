internal import Glibc

/// A descriptor kept so that one can be freed when the process has no other left.
struct ReserveDescriptor {
    private var descriptor: Int32 = -1

    init() {
        acquire()
    }

    mutating func acquire() {
        guard descriptor < 0 else { return }
        descriptor = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    }

    mutating func release() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
    }
}
