internal import HTTP

/// Where the files of a run go.
struct ArtifactLocation: Sendable, Equatable {
    /// What the server said, for the registry.
    let uri: String
    /// The path below the tracking server, without a slash at its end.
    let path: String

    private static let scheme = "mlflow-artifacts:"
    private static let service = "/api/2.0/mlflow-artifacts/artifacts"

    /// Reads the `artifact_uri` of a run; `nil` where the server does not take files itself.
    init?(uri: String, baseURL: String) {
        var path: String
        if uri.hasPrefix(Self.scheme) {
            path = String(uri.dropFirst(Self.scheme.count))
            if path.hasPrefix("//") {
                let host = baseURL.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
                guard path.dropFirst(2).split(separator: "/", maxSplits: 1).first == host else { return nil }
                path = String(path.dropFirst(2 + host.count))
            }
            path = Self.service + (path.hasPrefix("/") ? path : "/" + path)
        } else if uri.hasPrefix(baseURL + "/") {
            path = String(uri.dropFirst(baseURL.count))
        } else {
            return nil
        }
        while path.hasSuffix("/") { path.removeLast() }
        self.uri = uri
        // What is escaped already stays so.
        self.path = PercentCoding.encode(path, allowed: "/%")
    }

    /// The path of a file, whose name may have folders.
    func path(of name: String) -> String {
        "\(path)/\(PercentCoding.encode(name, allowed: "/"))"
    }
}
