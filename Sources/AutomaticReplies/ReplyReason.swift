/// Why a record is answered automatically, or is not; the checks are made in the order of the cases but the last.
public enum ReplyReason: String, Sendable, CaseIterable {
    /// The text has no word.
    case emptyText = "empty_text"
    /// The label has no rule, is the default's or must not be answered automatically, or no word is known to the model.
    case other
    /// A field of the record is not there, or has none of the values that `only_when` asks for.
    case fieldFilter = "field_filter"
    /// The score does not reach `min_confidence`.
    case belowThreshold = "below_threshold"
    /// The text holds a phrase of `never_when`.
    case blockedPhrase = "blocked_phrase"
    /// Nothing stands against it.
    case confident
}
