/// What is wrong with a policy, and where.
public struct ReplyPolicyError: Error, Equatable, CustomStringConvertible {
    /// One fault.
    public struct Fault: Sendable, Equatable, CustomStringConvertible {
        /// The place as a JSON pointer (RFC 6901); empty for the whole document.
        public var pointer: String
        /// What is wrong and what to do.
        public var reason: String

        /// Creates a fault.
        public init(pointer: String, reason: String) {
            self.pointer = pointer
            self.reason = reason
        }

        /// The place and the reason.
        public var description: String { pointer.isEmpty ? reason : "\(pointer): \(reason)" }
    }

    /// The faults: the default's, those of the labels, then those of the conditions for all; at least one.
    public let faults: [Fault]

    /// Creates an error of its faults.
    public init(_ faults: [Fault]) {
        self.faults = faults
    }

    /// Creates an error of one fault.
    init(_ reason: String, at pointer: String = "") {
        self.init([Fault(pointer: pointer, reason: reason)])
    }

    /// All faults in one line.
    public var description: String { faults.map(\.description).joined(separator: "; ") }
}
