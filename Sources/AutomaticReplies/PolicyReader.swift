import JSON
import TextAnalysis

/// Makes a policy of JSON and collects all faults on the way.
struct PolicyReader {
    private(set) var faults: [ReplyPolicyError.Fault] = []

    mutating func policy(_ value: JSONValue) -> ReplyPolicy? {
        let place = PolicyPlace()
        let keys = ["default", "labels", "only_when", "never_when"]
        guard let object = object(value, at: place, what: "the policy", keys: keys) else { return nil }
        let fallback = fallback(object["default"], at: place)
        let rules = object["labels"].map { self.rules($0, at: place.member("labels")) } ?? []
        let conditions = conditions(object, at: place)
        guard let (label, template) = fallback else { return nil }
        return ReplyPolicy(defaultLabel: label, defaultTemplate: template, rules: rules, conditions: conditions)
    }

    private mutating func fallback(_ value: JSONValue?, at place: PolicyPlace) -> (String?, ReplyTemplate)? {
        guard let value else {
            note("there is no \"default\"; give {\"template\": ...} for what is not answered automatically", at: place)
            return nil
        }
        let place = place.member("default")
        guard let object = object(value, at: place, what: "the default", keys: ["label", "template"]) else {
            return nil
        }
        let label = object["label"].flatMap { text($0, at: place.member("label"), what: "a label", most: nil) }
        guard let template = object["template"] else {
            note("there is no \"template\"; give a number or a text", at: place)
            return nil
        }
        return self.template(template, at: place.member("template")).map { (label, $0) }
    }

    private mutating func rules(_ value: JSONValue, at place: PolicyPlace) -> [ReplyPolicy.Rule] {
        guard let labels = value.objectValue else {
            note("expected an object from label to its rule, found \(value.kindName)", at: place)
            return []
        }
        guard labels.count <= ReplyPolicyLimits.labels else {
            note("\(labels.count) labels; at most \(ReplyPolicyLimits.labels) are allowed", at: place)
            return []
        }
        var rules: [ReplyPolicy.Rule] = []
        for member in labels.members {
            if let rule = rule(member.value, label: member.key, at: place.member(member.key)) { rules.append(rule) }
        }
        return rules
    }

    private mutating func rule(_ value: JSONValue, label: String, at place: PolicyPlace) -> ReplyPolicy.Rule? {
        let keys = ["template", "min_confidence", "automatic", "only_when", "never_when"]
        guard let object = object(value, at: place, what: "a label's rule", keys: keys) else { return nil }
        if Self.isBlank(label) { note("a label is empty; give the model's own label", at: place) }
        let isAutomatic = object["automatic"].map { boolean($0, at: place.member("automatic")) } ?? true
        let template = object["template"].flatMap { self.template($0, at: place.member("template")) }
        if isAutomatic, object["template"] == nil {
            note("there is no \"template\"; give a number or a text, or \"automatic\": false", at: place)
        }
        return ReplyPolicy.Rule(
            label: label,
            template: template,
            minimum: object["min_confidence"].map { minimum($0, at: place.member("min_confidence")) } ?? .auto,
            isAutomatic: isAutomatic,
            conditions: conditions(object, at: place)
        )
    }

    // MARK: - Values

    private mutating func minimum(_ value: JSONValue, at place: PolicyPlace) -> ReplyPolicy.Minimum {
        if value.stringValue == "auto" { return .auto }
        guard value.numberValue != nil else {
            note("expected a number from 0 to 1, or \"auto\", found \(Self.shown(value))", at: place)
            return .auto
        }
        guard let score = value.doubleValue, 0...1 ~= score else {
            note("\(Self.shown(value)) is out of range; give a number from 0 to 1, or \"auto\"", at: place)
            return .auto
        }
        return .score(score)
    }

    private mutating func boolean(_ value: JSONValue, at place: PolicyPlace) -> Bool {
        guard let flag = value.boolValue else {
            note("expected true or false, found \(Self.shown(value))", at: place)
            return false
        }
        return flag
    }

    private mutating func template(_ value: JSONValue, at place: PolicyPlace) -> ReplyTemplate? {
        switch value {
        case .string:
            return text(value, at: place, what: "a template", most: ReplyPolicyLimits.textCharacters)
                .map(ReplyTemplate.text)
        case .number:
            if let number = value.intValue, 0...ReplyPolicyLimits.templateNumber ~= number { return .number(number) }
            let range = "a whole number from 0 to \(ReplyPolicyLimits.templateNumber)"
            note("\(Self.shown(value)) is no template; give \(range), or a text", at: place)
            return nil
        default:
            note("expected a number or a text, found \(value.kindName)", at: place)
            return nil
        }
    }

    /// A text that is neither blank nor too long.
    mutating func text(_ value: JSONValue, at place: PolicyPlace, what: String, most: Int?) -> String? {
        guard let text = value.stringValue else {
            note("expected a text, found \(Self.shown(value))", at: place)
            return nil
        }
        guard !Self.isBlank(text) else {
            note("\(what) is empty; give it, or take it out", at: place)
            return nil
        }
        let count = text.unicodeScalars.count
        if let most, count > most {
            note("\(what) has \(count) characters; at most \(most) are allowed", at: place)
            return nil
        }
        return text
    }

    /// An object whose keys are all known.
    private mutating func object(
        _ value: JSONValue,
        at place: PolicyPlace,
        what: String,
        keys: [String]
    ) -> JSONObject? {
        guard let object = value.objectValue else {
            note("\(what) must be an object, found \(value.kindName)", at: place)
            return nil
        }
        for key in object.keys where !keys.contains(key) {
            let nearest = NearestName.of(key, among: keys).map { "did you mean \"\($0)\"?" }
            note(
                "this key is not known; \(nearest ?? "the keys here are \(keys.joined(separator: ", "))")",
                at: place.member(key)
            )
        }
        return object
    }

    mutating func note(_ reason: String, at place: PolicyPlace) {
        faults.append(ReplyPolicyError.Fault(pointer: place.pointer, reason: reason))
    }

    /// A short value as it is written, and the kind of a long one.
    static func shown(_ value: JSONValue) -> String {
        switch value {
        case .array, .object, .null: value.kindName
        default: value.description.count <= 40 ? value.description : value.kindName
        }
    }

    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
