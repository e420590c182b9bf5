/// What the text before a number says of it: a currency sign, or a word such as `pedido`.
enum NumberContext {
    /// How far back the words are looked for, in bytes.
    private static let reach = 32
    /// How many words before the number may be between it and the word that tells.
    private static let wordLimit = 3

    /// Reads the end of the text so far; takes a currency sign away, which the mask stands for.
    static func read(_ output: inout [UInt8]) -> NumberMask.Context {
        var spaces = 0
        while spaces < 2, spaces < output.count, output[output.count - 1 - spaces] == 0x20 { spaces += 1 }
        let text = output.dropLast(spaces)
        guard let last = text.last, lastOfCurrencies.contains(last) else { return isOrder(output) ? .order : .none }
        for sign in currencies where text.ends(with: sign) {
            output.removeLast(spaces + sign.count)
            return .currency
        }
        return isOrder(output) ? .order : .none
    }

    /// Whether a word such as `pedido`, `protocolo` or a number sign stands before.
    static func isOrder(_ output: [UInt8]) -> Bool {
        var end = output.suffix(reach)
        if end.last == UInt8(ascii: "#") { return true }
        guard let last = end.last(where: { $0 > 0x20 || Mask.isMask($0) }), !Mask.isMask(last) else { return false }
        for _ in 0..<wordLimit {
            guard let word = takeLastWord(of: &end) else { return false }
            if orderWords.contains(word.span) { return true }
            guard fillers.contains(word.span) else { return false }
        }
        return false
    }

    /// Takes the last word off a text, in lower case; nil when there is none.
    private static func takeLastWord(of text: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard let last = text.lastIndex(where: belongsToWord) else { return nil }
        let start = text[..<last].lastIndex { !belongsToWord($0) }.map { $0 + 1 } ?? text.startIndex
        let word = Letters.lowercased(Array(text[start...last]))
        text = text[..<start]
        return word
    }

    /// Whether a currency follows a number: `49,90 €`, `50 reais`.
    static func isCurrency(_ text: borrowing Span<UInt8>, after end: Int) -> Bool {
        let start = end < text.count && text[end] == 0x20 ? end + 1 : end
        return followingCurrencies.contains { currency in
            guard start + currency.count <= text.count else { return false }
            for (offset, byte) in currency.enumerated() where text[start + offset] | 0x20 != byte | 0x20 {
                return false
            }
            return true
        }
    }

    private static func belongsToWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
    }

    private static let currencies = ["R$", "r$", "US$", "us$", "$", "€", "£"].map { Array($0.utf8) }
    private static let lastOfCurrencies = currencies.compactMap(\.last)
    private static let followingCurrencies = ["€", "reais", "euros", "usd"].map { Array($0.utf8) }
    private static let orderWords = words(
        "pedido pedidos protocolo protocolos ordem nf nfe nota chamado ticket compra rastreio rastreamento codigo código "
            + "orden reclamo incidencia seguimiento order case reference ref tracking confirmation"
    )
    private static let fillers = words("n nº no nr num número numero number é is id fiscal")

    private static func words(_ list: String) -> ByteTable {
        ByteTable(list.split(separator: " ").map { Array($0.utf8) })
    }
}
