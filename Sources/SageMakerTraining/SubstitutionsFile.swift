internal import JSON
internal import TextAnalysis

/// A shop's own synonyms: a JSON object from term to term, such as `{"mercadoria": "pedido", "bom dia": ""}`.
///
/// What the shop knows about its own words belongs to the shop, so it comes with the data: in the channel `config`, else
/// at the root of the training channel.
enum SubstitutionsFile {
    /// The file's name.
    static let name = "substitutions.json"
    /// The channel that holds configuration and no documents.
    static let channel = "config"
    /// The most bytes that the file may have.
    static let mostBytes = 16 << 20

    /// The substitutions of a job, in the order of the file; none without a file.
    ///
    /// - Throws: `TrainingError` that names the file and the term.
    static func read(_ channels: InputChannels, training: InputChannel) throws(TrainingError) -> [Substitution] {
        for channel in [channels[channel], training].compactMap(\.self) where channel.mode != .pipe {
            let path = channel.directory + "/" + name
            if let bytes = try FileReader.contents(of: path, atMost: mostBytes) {
                return try substitutions(in: bytes, place: "\(channel.name)/\(name)")
            }
        }
        return []
    }

    static func substitutions(in bytes: [UInt8], place: String) throws(TrainingError) -> [Substitution] {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw TrainingError(.malformed(error.description), at: place)
        }
        guard let object = value.objectValue else {
            throw TrainingError(.malformed("expected an object from term to term, found \(value.kindName)"), at: place)
        }
        var substitutions: [Substitution] = []
        for member in object.members { substitutions.append(try substitution(member, place: place)) }
        return substitutions
    }

    private static func substitution(_ member: JSONObject.Member, place: String) throws(TrainingError) -> Substitution {
        let phrase = words(member.key)
        guard !phrase.isEmpty else {
            throw TrainingError(.malformed("a term is empty; give the word or phrase to replace"), at: place)
        }
        guard let replacement = member.value.stringValue else {
            let reason =
                "the term \(TrainingError.quoted(phrase)) has \(member.value.kindName); give a text, empty to drop it"
            throw TrainingError(.malformed(reason), at: place)
        }
        return Substitution(phrase: phrase, replacement: words(replacement))
    }

    /// The words of a text with single spaces between.
    private static func words(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
