/// When a message is answered without an analyst, and by which template.
public struct ReplyPolicy: Sendable, Equatable {
    /// The score that an automatic answer needs.
    public enum Minimum: Sendable, Equatable {
        /// What the model's calibration says for the label.
        case auto
        /// A score from 0 to 1.
        case score(Double)
    }

    /// A field that must have one of some values.
    public struct FieldFilter: Sendable, Equatable {
        /// The field's name: a key of the record, or a column.
        public var field: String
        /// The values, any of which will do.
        public var values: [String]

        /// Creates a filter.
        public init(field: String, values: [String]) {
            self.field = field
            self.values = values
        }
    }

    /// What must hold and what must not, beside the score.
    public struct Conditions: Sendable, Equatable {
        /// All of these must hold.
        public var onlyWhen: [FieldFilter]
        /// None of these phrases may stand in the text.
        public var neverWhen: [String]

        /// Creates conditions; without any every record meets them.
        public init(onlyWhen: [FieldFilter] = [], neverWhen: [String] = []) {
            self.onlyWhen = onlyWhen
            self.neverWhen = neverWhen
        }
    }

    /// What holds for one label.
    public struct Rule: Sendable, Equatable {
        /// The label.
        public var label: String
        /// The template of an automatic answer; only a label that is never answered so may do without.
        public var template: ReplyTemplate?
        /// The score that is needed.
        public var minimum: Minimum
        /// Whether the label may be answered automatically at all.
        public var isAutomatic: Bool
        /// The label's own conditions.
        public var conditions: Conditions

        /// Creates a rule.
        public init(
            label: String,
            template: ReplyTemplate?,
            minimum: Minimum = .auto,
            isAutomatic: Bool = true,
            conditions: Conditions = Conditions()
        ) {
            self.label = label
            self.template = template
            self.minimum = minimum
            self.isAutomatic = isAutomatic
            self.conditions = conditions
        }
    }

    /// The label that stands for everything else: it is never answered automatically, and a message without words has it.
    public var defaultLabel: String?
    /// The template of a record that is not answered automatically.
    public var defaultTemplate: ReplyTemplate
    /// The labels in the order of the file.
    public var rules: [Rule]
    /// What must hold for all labels.
    public var conditions: Conditions

    /// Creates a policy of its parts.
    public init(
        defaultLabel: String? = nil,
        defaultTemplate: ReplyTemplate,
        rules: [Rule] = [],
        conditions: Conditions = Conditions()
    ) {
        self.defaultLabel = defaultLabel
        self.defaultTemplate = defaultTemplate
        self.rules = rules
        self.conditions = conditions
    }

    /// All phrases of `never_when`, each once.
    public var phrases: [String] {
        var phrases: [String] = []
        var seen: Set<String> = []
        for phrase in conditions.neverWhen + rules.flatMap(\.conditions.neverWhen) where seen.insert(phrase).inserted {
            phrases.append(phrase)
        }
        return phrases
    }

    /// The fields that `only_when` looks at.
    public var fields: Set<String> {
        Set((conditions.onlyWhen + rules.flatMap(\.conditions.onlyWhen)).map(\.field))
    }
}
