import JSON
import TextAnalysis

extension PolicyReader {
    /// The `only_when` and `never_when` of an object.
    mutating func conditions(_ object: JSONObject, at place: PolicyPlace) -> ReplyPolicy.Conditions {
        ReplyPolicy.Conditions(
            onlyWhen: object["only_when"].map { filters($0, at: place.member("only_when")) } ?? [],
            neverWhen: object["never_when"].map { phrases($0, at: place.member("never_when")) } ?? []
        )
    }

    private mutating func filters(_ value: JSONValue, at place: PolicyPlace) -> [ReplyPolicy.FieldFilter] {
        guard let fields = value.objectValue else {
            note("expected an object from field to a list of values, found \(value.kindName)", at: place)
            return []
        }
        guard fields.count <= ReplyPolicyLimits.fields else {
            note("\(fields.count) fields; at most \(ReplyPolicyLimits.fields) are allowed", at: place)
            return []
        }
        return fields.members.map { member in
            let place = place.member(member.key)
            if Self.isBlank(member.key) { note("a field's name is empty; give it, or take it out", at: place) }
            if member.key.unicodeScalars.count > ReplyPolicyLimits.textCharacters {
                note("a field's name has more than \(ReplyPolicyLimits.textCharacters) characters", at: place)
            }
            return ReplyPolicy.FieldFilter(field: member.key, values: values(member.value, at: place))
        }
    }

    private mutating func values(_ value: JSONValue, at place: PolicyPlace) -> [String] {
        guard let elements = list(value, at: place, of: "values", most: ReplyPolicyLimits.values) else { return [] }
        if elements.isEmpty { note("the list is empty, so nothing could be answered; give a value", at: place) }
        let most = ReplyPolicyLimits.textCharacters
        return distinct(elements, at: place) { reader, element, place in
            reader.text(element, at: place, what: "a value", most: most)
        }
    }

    private mutating func phrases(_ value: JSONValue, at place: PolicyPlace) -> [String] {
        guard let elements = list(value, at: place, of: "phrases", most: ReplyPolicyLimits.phrases) else { return [] }
        return distinct(elements, at: place) { reader, element, place in reader.phrase(element, at: place) }
    }

    private mutating func phrase(_ value: JSONValue, at place: PolicyPlace) -> String? {
        let most = ReplyPolicyLimits.phraseCharacters
        guard let text = text(value, at: place, what: "a phrase", most: most) else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        let fault: String? =
            if !text.contains(where: { $0.isLetter || $0.isNumber }) {
                "the phrase has no word; give a word or more"
            } else if text.unicodeScalars.contains(where: {
                $0.properties.generalCategory == .control && !$0.properties.isWhitespace
            }) {
                "the phrase has a control character; take it out"
            } else if words.contains(where: { $0.utf8.count > ReplyPolicyLimits.wordBytes }) {
                "a word of the phrase has more than \(ReplyPolicyLimits.wordBytes) bytes; no text has such a word"
            } else {
                nil
            }
        if let fault {
            note(fault, at: place)
            return nil
        }
        return words.joined(separator: " ")
    }

    /// A list that is not too long.
    private mutating func list(
        _ value: JSONValue,
        at place: PolicyPlace,
        of what: String,
        most: Int
    ) -> [JSONValue]? {
        guard let elements = value.arrayValue else {
            note("expected a list of \(what), found \(Self.shown(value))", at: place)
            return nil
        }
        guard elements.count <= most else {
            note("\(elements.count) \(what); at most \(most) are allowed", at: place)
            return nil
        }
        return elements
    }

    /// What is made of the elements; one that says the same as another before is a fault.
    private mutating func distinct(
        _ elements: [JSONValue],
        at place: PolicyPlace,
        _ read: (inout PolicyReader, JSONValue, PolicyPlace) -> String?
    ) -> [String] {
        var first: [ComparisonKey: Int] = [:]
        var texts: [String] = []
        for (index, element) in elements.enumerated() {
            guard let text = read(&self, element, place.element(index)) else { continue }
            let key = ComparisonKey(text)
            if let earlier = first[key] {
                note("this says the same as \(place.element(earlier).pointer); keep one", at: place.element(index))
            } else {
                first[key] = index
                texts.append(text)
            }
        }
        return texts
    }
}
