/// Text in HTML and SVG: what comes from outside is escaped here, and nowhere else.
enum Markup {
    /// A text as the content of an element or between the quotes of an attribute.
    ///
    /// Characters that XML 1.0 section 2.2 does not allow, and those that turn the direction of what follows (Unicode
    /// UAX 9), are dropped; a text without anything left is a word in brackets.
    static func escaped(_ text: String) -> String {
        if isPlain(text) { return text }
        var output = ""
        for scalar in text.unicodeScalars where isShown(scalar) {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{2029}": output += " "
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output.allSatisfy(\.isWhitespace) ? "(empty)" : output
    }

    /// A text of at most so many characters, cut at its end, then escaped.
    static func shortened(_ text: String, to most: Int) -> String {
        text.utf8.count > most && text.count > most ? escaped(text.prefix(max(0, most - 1)) + "…") : escaped(text)
    }

    /// A text cut to a width in letters of middle width, then escaped; for pictures, where nothing wraps.
    static func fitted(_ text: String, to most: Int) -> String {
        var (kept, width) = ("", 0.0)
        for character in text {
            width += self.width(of: character)
            if width > Double(most) { return escaped(kept + "…") }
            kept.append(character)
        }
        return escaped(kept)
    }

    private static func width(of character: Character) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar {
        case "m", "w", "@", "%", "A"..."Z", "–", "…": return 1.4
        case "\u{1100}"...: return 2
        default: return 1
        }
    }

    /// A text of at most so many characters for HTML, where long names may break behind `_`, `/` and `.`.
    static func breakable(_ text: String, to most: Int) -> String {
        var output = ""
        for character in shortened(text, to: most) {
            output.append(character)
            if character == "_" || character == "/" || character == "." { output += "<wbr>" }
        }
        return output
    }

    /// A name of ours as an identifier: other bytes than letters, digits and `_` become `_`.
    static func identifier(_ name: String) -> String {
        String(
            decoding: name.utf8.map { byte in
                let isAllowed = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
                return isAllowed ? byte : UInt8(ascii: "_")
            },
            as: UTF8.self
        )
    }

    /// Whether all of a text is printable ASCII without a meaning in markup, as most is.
    private static func isPlain(_ text: String) -> Bool {
        var hasInk = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
                return false
            case 0x20: continue
            case 0x21...0x7E: hasInk = true
            default: return false
            }
        }
        return hasInk
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: true
        case 0x00..<0x20, 0x7F..<0x85, 0x86..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0xFFFE, 0xFFFF:
            false
        default: true
        }
    }
}
