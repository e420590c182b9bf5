internal import FoundationEssentials
internal import HTTP

/// Where runs are tracked, from the variables that MLflow's own clients read.
///
/// The credentials are in no description.
public struct MLflowSettings: Sendable, Equatable, CustomStringConvertible {
    /// `MLFLOW_TRACKING_URI` without credentials and without a slash at its end.
    public let baseURL: String
    /// `MLFLOW_EXPERIMENT_NAME`.
    public let experimentName: String
    /// `MLFLOW_RUN_NAME`; without it the job's name is used.
    public let runName: String?
    /// `MLFLOW_REGISTERED_MODEL_NAME`: the model of the registry that gets a new version.
    public let registeredModelName: String?
    /// `CARTEIRO_MLFLOW_SECONDS`: how long a job waits after its training.
    public let secondsAfterTraining: Int
    /// The field `Authorization`.
    let authorization: String?

    /// The address alone.
    public var description: String { baseURL }

    /// Reads the settings; `nil` when `MLFLOW_TRACKING_URI` is not set.
    ///
    /// - Throws: `MLflowSettingsError` that names the variable that cannot be used.
    public init?(_ variables: [String: String]) throws(MLflowSettingsError) {
        func text(_ name: String) -> String? {
            let value = variables[name].map(Self.trimmed) ?? ""
            return value.isEmpty ? nil : value
        }
        guard let uri = text("MLFLOW_TRACKING_URI") else { return nil }
        let (baseURL, user) = try Self.address(uri)
        self.baseURL = baseURL
        experimentName = text("MLFLOW_EXPERIMENT_NAME") ?? "Default"
        runName = text("MLFLOW_RUN_NAME")
        registeredModelName = text("MLFLOW_REGISTERED_MODEL_NAME")
        secondsAfterTraining = try Self.seconds(text("CARTEIRO_MLFLOW_SECONDS"))
        authorization = Self.authorization(
            user: text("MLFLOW_TRACKING_USERNAME"),
            password: text("MLFLOW_TRACKING_PASSWORD"),
            token: text("MLFLOW_TRACKING_TOKEN"),
            inAddress: user
        )
    }

    /// Takes the credentials out of an address, so that none is ever logged.
    private static func address(_ uri: String) throws(MLflowSettingsError) -> (baseURL: String, user: String?) {
        let parts = uri.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 3, ["http:", "https:"].contains(parts[0].lowercased()), parts[1].isEmpty,
            uri.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), !uri.contains("?"), !uri.contains("#")
        else { throw MLflowSettingsError(.trackingURI) }
        let authority = parts[2].split(separator: "@", omittingEmptySubsequences: false)
        guard let host = authority.last, !host.isEmpty else { throw MLflowSettingsError(.trackingURI) }
        var path = parts.count > 3 ? "/" + parts[3] : ""
        while path.hasSuffix("/") { path.removeLast() }
        let user = authority.dropLast().joined(separator: "@")
        return ("\(parts[0].lowercased())//\(host)\(path)", user.isEmpty ? nil : user)
    }

    /// The field for a name with password, else for a token, else for what stood in the address.
    private static func authorization(user: String?, password: String?, token: String?, inAddress: String?) -> String? {
        if let user { return basic("\(user):\(password ?? "")") }
        if let token { return "Bearer \(token)" }
        guard let inAddress else { return nil }
        let decoded = PercentCoding.decode(inAddress) ?? inAddress
        return basic(decoded.contains(":") ? decoded : decoded + ":")
    }

    private static func basic(_ credentials: String) -> String {
        "Basic \(Data(credentials.utf8).base64EncodedString())"
    }

    private static func seconds(_ text: String?) throws(MLflowSettingsError) -> Int {
        guard let text else { return MLflowLimits.secondsAfterTraining }
        guard let seconds = Int(text), MLflowLimits.rangeAfterTraining.contains(seconds) else {
            throw MLflowSettingsError(.seconds)
        }
        return seconds
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
