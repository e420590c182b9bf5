/// Turns HTML into text: block tags become line feeds, other tags go, scripts and styles go with their content.
///
/// With `dropsQuotes` it also leaves out what mail programs mark as the quoted message: Gmail's `gmail_quote`,
/// `blockquote`, Outlook's body section and the rule above its headers. All in one pass over the text.
struct HTMLStripper {
    private let dropsQuotes: Bool
    /// Whether line feeds of the source are mere spaces, as they are in HTML.
    private var isDocument = false
    /// The element being left out, and how many of its name are open.
    private var skipped: (name: [UInt8], depth: Int)?
    private var skipsRest = false
    /// Hidden elements that never end in this text; looking for their ends again would be quadratic.
    private var endless: Set<[UInt8]> = []

    /// The way back, when it is wanted.
    private var map: OffsetMap?

    private init(dropsQuotes: Bool) {
        self.dropsQuotes = dropsQuotes
    }

    /// Writes the text of an HTML text; keeps the quoted message when there is nothing else.
    static func apply(to text: borrowing Span<UInt8>, into output: inout [UInt8], dropsQuotes: Bool) {
        var map: OffsetMap?
        apply(to: text, into: &output, dropsQuotes: dropsQuotes, tracing: &map)
    }

    /// As `apply`; writes the way back into `map` unless it is nil.
    static func apply(
        to text: borrowing Span<UInt8>,
        into output: inout [UInt8],
        dropsQuotes: Bool,
        tracing map: inout OffsetMap?
    ) {
        var stripper = HTMLStripper(dropsQuotes: dropsQuotes)
        stripper.isDocument = hasBlockTag(text)
        stripper.map = map
        stripper.strip(text, into: &output)
        defer { map = stripper.map }
        guard dropsQuotes, !output.contains(where: { $0 > 0x20 }) else { return }
        output.removeAll(keepingCapacity: true)
        var patient = HTMLStripper(dropsQuotes: false)
        patient.isDocument = stripper.isDocument
        patient.map = map
        patient.strip(text, into: &output)
        stripper.map = patient.map
    }

    private static func hasBlockTag(_ text: borrowing Span<UInt8>) -> Bool {
        for index in text.indices where text[index] == UInt8(ascii: "<") {
            if let tag = HTMLTag(in: text, at: index), tag.role == .block { return true }
        }
        return false
    }

    private mutating func strip(_ text: borrowing Span<UInt8>, into output: inout [UInt8]) {
        var index = 0
        while index < text.count, !skipsRest {
            let (start, count) = (index, output.count)
            switch text[index] {
            case UInt8(ascii: "<"):
                index = readAngle(text, at: index, into: &output)
            case UInt8(ascii: "&"):
                index = readEntity(text, at: index, into: &output)
            case 0x0A, 0x0D:
                append(isDocument ? UInt8(ascii: " ") : text[index], to: &output)
                index += 1
            default:
                append(text[index], to: &output)
                index += 1
            }
            map?.note(start..<index, became: count..<output.count)
        }
    }

    private func append(_ byte: UInt8, to output: inout [UInt8]) {
        if skipped == nil { output.append(byte) }
    }

    private func readEntity(_ text: borrowing Span<UInt8>, at index: Int, into output: inout [UInt8]) -> Int {
        guard let entity = HTMLEntity.read(in: text, at: index), let scalar = Unicode.Scalar(entity.value) else {
            append(text[index], to: &output)
            return index + 1
        }
        if skipped == nil { output.append(contentsOf: String(scalar).utf8) }
        return index + entity.length
    }

    private mutating func readAngle(_ text: borrowing Span<UInt8>, at index: Int, into output: inout [UInt8]) -> Int {
        if let end = endOfComment(text, at: index) { return end }
        guard let tag = HTMLTag(in: text, at: index) else {
            append(text[index], to: &output)
            return index + 1
        }
        if tag.role == .hidden, !tag.isClosing, let end = endOfElement(tag, text) { return end }
        if !closeSkipped(by: tag) { openSkipped(by: tag, text) }
        switch tag.role {
        case .block: append(0x0A, to: &output)
        case .cell: append(UInt8(ascii: " "), to: &output)
        case .inline, .hidden: break
        }
        return tag.range.upperBound
    }

    /// Counts the tags inside the element that is left out; true while one is.
    private mutating func closeSkipped(by tag: HTMLTag) -> Bool {
        guard let current = skipped else { return false }
        guard tag.name == current.name else { return true }
        let depth = current.depth + (tag.isClosing ? -1 : 1)
        skipped = depth == 0 ? nil : (current.name, depth)
        return true
    }

    private mutating func openSkipped(by tag: HTMLTag, _ text: borrowing Span<UInt8>) {
        guard dropsQuotes, !tag.isClosing else { return }
        if tag.name == Self.blockquote || tag.contains("gmail_quote", in: text)
            || tag.contains("yahoo_quoted", in: text)
            || tag.contains("olk_src_body_section", in: text)
        {
            skipped = (tag.name, 1)
        } else if tag.contains("divrplyfwdmsg", in: text) || tag.contains("border-top:solid #b5c4df 1.0pt", in: text)
            || tag.contains("border-top:solid #e1e1e1 1.0pt", in: text)
        {
            // Outlook puts the quoted message behind this element, not inside.
            skipsRest = true
        }
    }

    private mutating func endOfComment(_ text: borrowing Span<UInt8>, at index: Int) -> Int? {
        guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "!") else { return nil }
        let isComment = index + 3 < text.count && text[index + 2] == UInt8(ascii: "-")
        return end(after: isComment ? Self.commentEnd : [UInt8(ascii: ">")], text, from: index + 2)
    }

    private mutating func endOfElement(_ tag: HTMLTag, _ text: borrowing Span<UInt8>) -> Int? {
        guard let close = end(after: Array("</".utf8) + tag.name, text, from: tag.range.upperBound) else { return nil }
        return end(after: [UInt8(ascii: ">")], text, from: close) ?? close
    }

    /// The index behind the next occurrence of `needle` (in lower case), or nil when there is none.
    private mutating func end(after needle: [UInt8], _ text: borrowing Span<UInt8>, from start: Int) -> Int? {
        guard !endless.contains(needle) else { return nil }
        var index = start
        while index + needle.count <= text.count {
            var length = 0
            while length < needle.count, Self.lowercase(text[index + length]) == needle[length] { length += 1 }
            if length == needle.count { return index + length }
            index += 1
        }
        endless.insert(needle)
        return nil
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }

    private static let blockquote = Array("blockquote".utf8)
    private static let commentEnd = Array("-->".utf8)
}
