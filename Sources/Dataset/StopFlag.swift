import Synchronization

/// A wish to stop that one thread raises and others look at between two pieces of work.
public final class StopFlag: Sendable {
    private let raised = Atomic<Bool>(false)

    /// Creates a flag that is not raised.
    public init() {}

    /// Asks for the end; it cannot be taken back.
    public func raise() {
        raised.store(true, ordering: .releasing)
    }

    /// Whether the end was asked for.
    public var isRaised: Bool { raised.load(ordering: .acquiring) }
}
