internal import Glibc

/// The number of files and sockets that the process may have open.
public enum DescriptorLimit {
    /// Raises the limit to `count`, or as far as the system allows, for this process and its later children.
    ///
    /// A shell's usual 1,024 are fewer than the connections that a server and its nginx may hold. Returns the limit
    /// that holds afterwards; it is never lowered.
    @discardableResult
    public static func raise(to count: Int) -> Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard unsafe getrlimit(kind, &limit) == 0 else { return 0 }
        let wanted = min(limit.rlim_max, rlim_t(max(0, count)))
        if wanted > limit.rlim_cur {
            limit.rlim_cur = wanted
            _ = unsafe setrlimit(kind, &limit)
            _ = unsafe getrlimit(kind, &limit)
        }
        return Int(clamping: limit.rlim_cur)
    }
}
