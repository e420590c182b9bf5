/// What stands in a text in place of a piece of personal data or a number.
///
/// Between the steps a mask is one control byte, which no cleaned text holds otherwise. As a term it has brackets, which
/// no word has.
enum Mask: UInt8, CaseIterable, Sendable {
    case email = 1
    case url
    case invoiceKey
    case cpf
    case cnpj
    case card
    case phone
    case postalCode
    // 9 and 10 are tab and line feed.
    case amount = 11
    case date
    // 13 is carriage return.
    case order = 14
    case number

    /// The largest byte of a mask.
    static let last: UInt8 = 15

    /// Whether a byte of a cleaned text is a mask.
    @inline(__always)
    static func isMask(_ byte: UInt8) -> Bool {
        byte <= last && byte != 0 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }

    /// The term of the mask.
    var term: String {
        switch self {
        case .email: "[email]"
        case .url: "[url]"
        case .invoiceKey: "[nfe]"
        case .cpf: "[cpf]"
        case .cnpj: "[cnpj]"
        case .card: "[card]"
        case .phone: "[phone]"
        case .postalCode: "[cep]"
        case .amount: "[amount]"
        case .date: "[date]"
        case .order: "[order]"
        case .number: "[number]"
        }
    }

    /// For each mask byte its term.
    static let terms: [[UInt8]] = (0...last).map { byte in Mask(rawValue: byte).map { Array($0.term.utf8) } ?? [] }
}
