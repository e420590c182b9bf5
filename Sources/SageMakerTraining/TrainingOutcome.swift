/// How a job ended that did not fail.
public enum TrainingOutcome: Sendable, Equatable {
    /// The model, or this machine's part of it, is written and has all its trees.
    case complete
    /// The job was stopped; a model with `trees` of `asked` trees is written, or none without a tree.
    case stopped(trees: Int, asked: Int)

    /// The exit code of the process: 0 when there is a model.
    public var exitCode: Int32 {
        self == .complete || trees > 0 ? 0 : TrainingStop.exitCodeWithoutModel
    }

    /// What the log says of a job that was stopped.
    public var line: String? {
        guard case .stopped(let trees, let asked) = self else { return nil }
        return trees > 0
            ? "stopped after \(trees) of \(asked) trees; the model has \(trees)"
            : "stopped before the first tree was done; no model is written"
    }

    private var trees: Int {
        if case .stopped(let trees, _) = self { trees } else { 0 }
    }
}
