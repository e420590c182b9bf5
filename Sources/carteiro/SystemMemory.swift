import FoundationEssentials
import Glibc

/// The memory that this process may use.
enum SystemMemory {
    /// The share that models may take when nobody says; the rest is for requests and nginx.
    private static let modelShare = 0.75

    /// Bytes for the models of the multi-model mode.
    static var budgetForModels: Int { Int(Double(bytes) * modelShare) }

    /// The limit of the control group (version 2), else the memory of the machine.
    private static var bytes: Int {
        let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
        guard let limit = FileManager.default.contents(atPath: "/sys/fs/cgroup/memory.max"),
            let group = Int(String(decoding: limit, as: UTF8.self).split(separator: "\n").first ?? "")
        else { return machine }
        return min(machine, group)
    }
}
