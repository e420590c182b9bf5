public import JSON

extension ReplyPolicy {
    /// The policy as JSON with all that a file may leave out, in one order of keys; reading it gives the same policy.
    public var json: JSONValue {
        var object = JSONObject()
        var fallback = JSONObject()
        if let defaultLabel { fallback["label"] = .string(defaultLabel) }
        fallback["template"] = defaultTemplate.json
        object["default"] = .object(fallback)
        var labels = JSONObject()
        for rule in rules { labels[rule.label] = rule.json }
        object["labels"] = .object(labels)
        conditions.write(to: &object)
        return .object(object)
    }
}

extension ReplyPolicy.Rule {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        if let template { object["template"] = template.json }
        switch minimum {
        case .auto: object["min_confidence"] = "auto"
        case .score(let score): object["min_confidence"] = JSONValue(score)
        }
        object["automatic"] = .bool(isAutomatic)
        conditions.write(to: &object)
        return .object(object)
    }
}

extension ReplyPolicy.Conditions {
    fileprivate func write(to object: inout JSONObject) {
        if !onlyWhen.isEmpty {
            var fields = JSONObject()
            for filter in onlyWhen { fields[filter.field] = .array(filter.values.map(JSONValue.string)) }
            object["only_when"] = .object(fields)
        }
        if !neverWhen.isEmpty { object["never_when"] = .array(neverWhen.map(JSONValue.string)) }
    }
}
