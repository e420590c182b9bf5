public import JSON

extension ReplyPolicy {
    /// Reads a policy file.
    ///
    /// - Throws: `ReplyPolicyError` with all faults up to a limit, each with its place.
    public init(parsing bytes: [UInt8]) throws(ReplyPolicyError) {
        guard bytes.count <= ReplyPolicyLimits.fileBytes else {
            throw ReplyPolicyError("the file has \(bytes.count) bytes; it may have \(ReplyPolicyLimits.fileBytes)")
        }
        var limits = JSONLimits.standard
        limits.depth = ReplyPolicyLimits.depth
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes, limits: limits)
        } catch {
            throw ReplyPolicyError(error.description)
        }
        try self.init(json: value)
    }

    /// Reads a policy.
    ///
    /// - Throws: `ReplyPolicyError` with all faults up to a limit, each with its place.
    public init(json: JSONValue) throws(ReplyPolicyError) {
        var reader = PolicyReader()
        guard let policy = reader.policy(json), reader.faults.isEmpty else {
            throw ReplyPolicyError(Array(reader.faults.prefix(ReplyPolicyLimits.faults)))
        }
        self = policy
    }

    /// Checks that a model has all labels that the policy names.
    ///
    /// - Throws: `ReplyPolicyError` with the place of each label that it does not have.
    public func check(labels: some Collection<String>) throws(ReplyPolicyError) {
        let known = Set(labels)
        var faults: [ReplyPolicyError.Fault] = []
        func check(_ label: String, at place: PolicyPlace) {
            guard !known.contains(label), faults.count < ReplyPolicyLimits.faults else { return }
            let advice = NearestName.of(label, among: labels.sorted()).map { "did you mean \"\($0)\"?" }
            let reason = "the model has no label \"\(label.prefix(100))\"; " + (advice ?? "take it out, or correct it")
            faults.append(ReplyPolicyError.Fault(pointer: place.pointer, reason: reason))
        }
        if let defaultLabel { check(defaultLabel, at: PolicyPlace().member("default").member("label")) }
        for rule in rules { check(rule.label, at: PolicyPlace().member("labels").member(rule.label)) }
        if !faults.isEmpty { throw ReplyPolicyError(faults) }
    }
}
