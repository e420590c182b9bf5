/// Makes one spelling of what has several: line ends, spaces, dashes, apostrophes, composed letters.
///
/// Drops zero-width characters, soft hyphens and control characters; the bytes of `Mask` are free afterwards.
enum CharacterRepair {
    /// Writes the repaired text.
    static func apply(to text: borrowing Span<UInt8>, into output: inout [UInt8]) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                appendASCII(byte, followedBy: index + 1 < text.count ? text[index + 1] : 0, to: &output)
                index += 1
            } else if let letter = doublyEncodedLetter(text, index) {
                output.append(contentsOf: [0xC3, letter])
                index += 4
            } else {
                let scalar = UTF8Scalar(in: text, at: index)
                append(scalar, from: text, at: index, to: &output)
                index += scalar.length
            }
        }
    }

    /// The second byte of a letter whose UTF-8 was taken for Latin-1 and encoded again: `nÃ£o` for `não`.
    ///
    /// Only letters of our languages, and not those of which the wrong pair may also stand in a right text.
    private static func doublyEncodedLetter(_ text: borrowing Span<UInt8>, _ index: Int) -> UInt8? {
        guard index + 3 < text.count, text[index] == 0xC3, text[index + 1] == 0x83, text[index + 2] == 0xC2 else {
            return nil
        }
        let trail = text[index + 3]
        return doublyEncodedTrails.contains(trail) ? trail : nil
    }

    /// The second bytes of the accented letters of Portuguese and Spanish, small and capital.
    private static let doublyEncodedTrails: Set<UInt8> = [
        0xA1, 0xA2, 0xA3, 0xA7, 0xA9, 0xAA, 0xAD, 0xB1, 0xB3, 0xB4, 0xB5, 0xBA, 0xBC,
        0x80, 0x81, 0x82, 0x83, 0x87, 0x89, 0x8A, 0x8D, 0x91, 0x93, 0x94, 0x95, 0x9A, 0x9C,
    ]

    private static func appendASCII(_ byte: UInt8, followedBy next: UInt8, to output: inout [UInt8]) {
        switch byte {
        case 0x0D: if next != 0x0A { output.append(0x0A) }
        case 0x0B, 0x0C: output.append(0x0A)
        case 0x09, 0x0A, 0x20..<0x60, 0x61..<0x7F: output.append(byte)
        case 0x60: output.append(UInt8(ascii: "'"))
        default: output.append(UInt8(ascii: " "))
        }
    }

    private static func append(
        _ scalar: UTF8Scalar,
        from text: borrowing Span<UInt8>,
        at index: Int,
        to output: inout [UInt8]
    ) {
        switch scalar.value {
        case 0x300...0x36F:
            LetterComposer.compose(mark: scalar.value, onto: &output)
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF:
            break
        case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0xFFFD:
            output.append(UInt8(ascii: " "))
        case 0x2028, 0x2029:
            output.append(0x0A)
        case 0xB0:
            // The degree sign stands for the ordinal sign in `n°`.
            output.appendTwoBytes(of: 0xBA)
        case 0xB4, 0x2BC, 0x2018...0x201B, 0x2032:
            output.append(UInt8(ascii: "'"))
        case 0x2010...0x2015, 0x2212:
            output.append(UInt8(ascii: "-"))
        case 0xFF10...0xFF19:
            output.append(UInt8(truncatingIfNeeded: scalar.value - 0xFF10 + 0x30))
        default:
            for offset in 0..<scalar.length { output.append(text[index + offset]) }
        }
    }
}
