/// Puts a letter and the combining mark after it together (Unicode NFC), for the Latin letters up to U+017F.
enum LetterComposer {
    /// Replaces the last letter of `output` by the letter with its mark; a mark that fits no letter is dropped.
    static func compose(mark: UInt32, onto output: inout [UInt8]) {
        guard let last = output.last, last < 0x80, let composed = composed(last, mark) else { return }
        output.removeLast()
        output.appendTwoBytes(of: composed)
    }

    private static func composed(_ letter: UInt8, _ mark: UInt32) -> UInt32? {
        guard let pairs = table[mark] else { return nil }
        if let small = pairs[letter] { return small }
        guard (0x41...0x5A).contains(letter), let small = pairs[letter | 0x20] else { return nil }
        // Capitals lie 32 before their small letters in Latin-1 and one before in Latin Extended-A.
        if small == 0xFF { return 0x178 }
        return small < 0x100 ? small - 0x20 : small - 1
    }

    /// For each mark the small letters that take it.
    private static let table: [UInt32: [UInt8: UInt32]] = [
        0x300: pairs("aàeèiìoòuù"),
        0x301: pairs("aácćeéiílĺnńoórŕsśuúyýzź"),
        0x302: pairs("aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷ"),
        0x303: pairs("aãiĩnñoõuũ"),
        0x304: pairs("aāeēiīoōuū"),
        0x308: pairs("aäeëiïoöuüyÿ"),
        0x30A: pairs("aåuů"),
        0x30C: pairs("cčdďeělľnňrřsštťzž"),
        0x327: pairs("cçgģkķlļnņrŗsştţ"),
    ]

    private static func pairs(_ letters: String) -> [UInt8: UInt32] {
        let scalars = letters.unicodeScalars.map(\.value)
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: scalars.count - 1, by: 2).map {
                (UInt8(truncatingIfNeeded: scalars[$0]), scalars[$0 + 1])
            }
        )
    }
}
