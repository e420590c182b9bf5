/// What becomes of one record.
public struct ReplyDecision: Sendable, Equatable {
    /// The template of the answer: the label's when it is automatic, else the default's.
    public let template: ReplyTemplate
    /// Why.
    public let reason: ReplyReason
    /// The class that the answer names in place of the most probable one; nil for that one.
    public let label: Int?

    /// Creates a decision.
    public init(template: ReplyTemplate, reason: ReplyReason, label: Int? = nil) {
        self.template = template
        self.reason = reason
        self.label = label
    }

    /// Whether the record is answered without an analyst.
    public var isAutomatic: Bool { reason == .confident }
}
