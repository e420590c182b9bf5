internal import JSON

/// The machines of a job (`resourceconfig.json`); only the two fields that every source of the file has are read.
public struct ResourceConfiguration: Sendable, Equatable {
    /// This machine's name.
    public let currentHost: String
    /// The names of all machines, sorted.
    public let hosts: [String]

    /// Creates a configuration; the default is one machine.
    public init(currentHost: String = "algo-1", hosts: [String] = ["algo-1"]) {
        self.currentHost = currentHost
        self.hosts = hosts.sorted()
    }

    /// Whether this machine writes what only one machine may write.
    public var isLeader: Bool { hosts.first == nil || hosts.first == currentHost }

    /// Reads the file of an environment; a job without it has one machine.
    ///
    /// - Throws: `TrainingError` when the file cannot be read, is not JSON, or does not tell the machines apart.
    public init(_ environment: TrainingEnvironment) throws(TrainingError) {
        guard let file = try ConfigurationFile.read(environment.resourceConfigurationFile) else {
            self.init()
            return
        }
        let hosts = file["hosts"]?.arrayValue?.compactMap(\.stringValue) ?? []
        let current = file["current_host"]?.stringValue ?? hosts.first ?? "algo-1"
        self.init(currentHost: current, hosts: hosts.isEmpty ? [current] : hosts)
        try check(isNamed: file["current_host"] != nil, path: environment.resourceConfigurationFile)
    }

    /// The names of several machines become names of files, so each must be one, and stand there once.
    private func check(isNamed: Bool, path: String) throws(TrainingError) {
        guard hosts.count > 1 else { return }
        let areNames = hosts.allSatisfy { !$0.isEmpty && !$0.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 } }
        guard isNamed, areNames, Set(hosts).count == hosts.count, hosts.contains(currentHost) else {
            throw TrainingError(
                .configuration("current_host \(TrainingError.quoted(currentHost)) is not one of different hosts"),
                at: path
            )
        }
    }
}
