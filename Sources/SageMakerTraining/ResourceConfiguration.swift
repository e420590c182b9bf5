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
    /// - Throws: `TrainingError` when the file cannot be read or is not JSON.
    public init(_ environment: TrainingEnvironment) throws(TrainingError) {
        guard let file = try ConfigurationFile.read(environment.resourceConfigurationFile) else {
            self.init()
            return
        }
        let hosts = file["hosts"]?.arrayValue?.compactMap(\.stringValue) ?? []
        let current = file["current_host"]?.stringValue ?? hosts.first ?? "algo-1"
        self.init(currentHost: current, hosts: hosts.isEmpty ? [current] : hosts)
    }
}
