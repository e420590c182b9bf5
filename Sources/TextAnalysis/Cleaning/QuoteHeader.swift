/// The lines that mail programs put above a quoted message, in Portuguese, Spanish and English.
enum QuoteHeader {
    /// An attribution that was wrapped runs over this many lines at most.
    private static let attributionLineLimit = 3
    /// A block of headers lies within this many lines.
    private static let blockLineLimit = 7
    private static let attributionLengthLimit = 300

    /// How many lines from `index` are the header of a quoted message, or nil when none begins there.
    static func length(at index: Int, of lines: [TextLine]) -> Int? {
        let line = lines[index]
        guard !line.isBlank, !line.isQuoted else { return nil }
        if isSeparator(line.key) { return 1 + (blockLength(at: index + 1, of: lines) ?? 0) }
        return blockLength(at: index, of: lines) ?? attributionLength(at: index, of: lines)
    }

    // MARK: Separators

    private static func isSeparator(_ key: [UInt8]) -> Bool {
        let title = key.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "=") }
        if title.isEmpty { return key.count >= 20 && key.allSatisfy { $0 == UInt8(ascii: "_") } }
        let words = title.split(separator: 0x20).joined(separator: [0x20])
        if openings.contains(where: words.elementsEqual) { return true }
        return key.count >= title.count + 4 && titles.contains(where: words.elementsEqual)
    }

    private static let titles = bytes(
        "mensagem original",
        "mensagem encaminhada",
        "mensagem reencaminhada",
        "original message",
        "forwarded message",
        "mensaje original",
        "mensaje reenviado",
        "mensaje encaminado",
        "forwarded by",
        "e-mail original"
    )
    private static let openings = bytes(
        "begin forwarded message:",
        "inicio da mensagem encaminhada:",
        "inicio da mensagem reencaminhada:",
        "inicio del mensaje reenviado:",
        "mensagem encaminhada:",
        "mensaje reenviado:"
    )

    // MARK: Blocks of headers

    /// Two or more different headers in lines that follow one another, one of them the sender or the subject.
    private static func blockLength(at start: Int, of lines: [TextLine]) -> Int? {
        var found = 0
        var length = 0
        var hasSenderOrSubject = false
        var index = start
        while index < lines.count, index - start < blockLineLimit {
            let key = lines[index].key
            if let header = headers.first(where: { isHeader(key, $0.name) }) {
                found += 1
                hasSenderOrSubject = hasSenderOrSubject || header.isTelling
                length = index + 1 - start
            } else if !key.isEmpty || found == 0 {
                break
            }
            index += 1
        }
        return found >= 2 && hasSenderOrSubject ? length : nil
    }

    private static func isHeader(_ key: [UInt8], _ name: [UInt8]) -> Bool {
        guard key.starts(with: name) else { return false }
        let rest = key.dropFirst(name.count).drop { $0 == 0x20 }
        return rest.first == UInt8(ascii: ":")
    }

    private static let headers: [(name: [UInt8], isTelling: Bool)] =
        bytes("de", "from", "assunto", "subject", "asunto", "remetente", "enviado por").map { ($0, true) }
        + bytes(
            "para",
            "to",
            "cc",
            "cco",
            "bcc",
            "data",
            "date",
            "fecha",
            "enviado",
            "enviada",
            "enviado em",
            "enviada em",
            "enviado el",
            "sent",
            "responder a",
            "reply-to",
            "responder para"
        ).map { ($0, false) }

    // MARK: Attributions

    /// `Em <date>, <name> escreveu:`, also wrapped over two or three lines.
    private static func attributionLength(at start: Int, of lines: [TextLine]) -> Int? {
        guard let isOpening = isAttributionStart(lines[start].key) else { return nil }
        var joined: [UInt8] = []
        for count in 1...(isOpening ? attributionLineLimit : 1) where start + count <= lines.count {
            joined.append(contentsOf: lines[start + count - 1].key)
            guard joined.count <= attributionLengthLimit else { return nil }
            if isAttribution(joined) { return count }
            joined.append(0x20)
        }
        return nil
    }

    /// Whether a line may begin an attribution: true with a word like `Em`, false with an address, nil for neither.
    private static func isAttributionStart(_ key: [UInt8]) -> Bool? {
        let line = key.drop { $0 == UInt8(ascii: "-") || $0 == 0x20 }
        if attributionStarts.contains(where: line.starts) { return true }
        if isDateAndAddress(key) { return true }
        return key.contains(UInt8(ascii: "@")) ? false : nil
    }

    /// `2024-06-10 10:02 GMT-03:00 Shop <sac@shop.example>:`, which has no verb.
    private static func isDateAndAddress(_ key: [UInt8]) -> Bool {
        guard let first = key.first, first &- 0x30 < 10 else { return false }
        return key.ends(with: [UInt8(ascii: ">"), UInt8(ascii: ":")]) && key.contains(UInt8(ascii: "@"))
    }

    private static func isAttribution(_ line: [UInt8]) -> Bool {
        if isDateAndAddress(line) { return true }
        let end = line.reversed().drop { $0 == UInt8(ascii: "-") || $0 == 0x20 || $0 == UInt8(ascii: ":") }
        guard verbs.contains(where: { end.starts(with: $0.reversed()) }) else { return false }
        return line.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "@") }
    }

    private static let attributionStarts = bytes("em ", "no dia ", "a ", "el ", "on ", "le ")
    private static let verbs = bytes("escreveu", "escribio", "wrote")

    private static func bytes(_ texts: String...) -> [[UInt8]] {
        texts.map { Array($0.utf8) }
    }
}
