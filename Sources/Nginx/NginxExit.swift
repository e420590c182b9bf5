/// How a process of nginx ended.
public enum NginxExit: Sendable, Equatable, CustomStringConvertible {
    /// By itself, with this exit code.
    case exited(Int32)
    /// By a signal of this number.
    case signalled(Int32)

    /// The end in words.
    public var description: String {
        switch self {
        case .exited(let code): "exit code \(code)"
        case .signalled(let number): "signal \(number)"
        }
    }
}
