/// A variable that cannot be used; its value is not shown, since it may hold a password.
public struct MLflowSettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The variable.
    public enum Kind: Sendable, Equatable {
        case trackingURI
        case seconds
    }

    /// The variable.
    public let kind: Kind

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// Names the variable and what is allowed.
    public var description: String {
        switch kind {
        case .trackingURI:
            "MLFLOW_TRACKING_URI must be the address of a tracking server, such as https://mlflow.example.com:5000; "
                + "files, databases, Databricks and ARNs are not supported"
        case .seconds:
            "CARTEIRO_MLFLOW_SECONDS must be a whole number from \(MLflowLimits.rangeAfterTraining.lowerBound) to "
                + "\(MLflowLimits.rangeAfterTraining.upperBound)"
        }
    }
}
