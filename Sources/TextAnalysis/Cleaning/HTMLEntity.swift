/// A character reference of HTML: `&nbsp;`, `&ccedil;`, `&#233;`, `&#xE9;`.
enum HTMLEntity {
    /// The longest reference read, in bytes after the `&`.
    private static let lengthLimit = 10

    /// The scalar meant by the reference that begins at `&` and its length with the semicolon, or nil.
    static func read(in text: borrowing Span<UInt8>, at start: Int) -> (value: UInt32, length: Int)? {
        var name: [UInt8] = []
        var index = start + 1
        while index < text.count, index - start <= lengthLimit {
            let byte = text[index]
            if byte == UInt8(ascii: ";") {
                return value(of: name).map { ($0, index + 1 - start) }
            }
            guard byte < 0x80, byte > 0x20, byte != UInt8(ascii: "&") else { return nil }
            name.append(byte)
            index += 1
        }
        return nil
    }

    private static func value(of name: [UInt8]) -> UInt32? {
        guard name.first == UInt8(ascii: "#") else { return names[name] }
        let digits = String(decoding: name.dropFirst(), as: UTF8.self)
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap { Unicode.Scalar($0) == nil ? nil : $0 }
    }

    private static let names: [[UInt8]: UInt32] = {
        var names: [[UInt8]: UInt32] = [:]
        for (offset, name) in latin1.split(whereSeparator: { $0 == " " || $0 == "\n" }).enumerated() {
            names[Array(name.utf8)] = UInt32(0xA0 + offset)
        }
        let others: [(String, UInt32)] = [
            ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27), ("euro", 0x20AC),
            ("ndash", 0x2013), ("mdash", 0x2014), ("lsquo", 0x2018), ("rsquo", 0x2019), ("ldquo", 0x201C),
            ("rdquo", 0x201D), ("bull", 0x2022), ("hellip", 0x2026), ("zwnj", 0x200C), ("ensp", 0x2002),
            ("emsp", 0x2003), ("thinsp", 0x2009),
        ]
        for (name, value) in others { names[Array(name.utf8)] = value }
        return names
    }()

    /// The names of U+00A0 to U+00FF in their order (HTML 4.01, section 24.2.1).
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
        micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig
        Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash
        Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute
        ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc
        uuml yacute thorn yuml
        """
}
