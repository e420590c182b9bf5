/// The check digits of Brazilian tax numbers and of payment cards.
enum CheckDigits {
    /// Whether eleven digits are a CPF: two check digits modulo 11, and not one digit repeated.
    static func isCPF(_ digits: [UInt8]) -> Bool {
        guard digits.count == 11, Set(digits).count > 1 else { return false }
        return digits[9] == modulo11(digits.prefix(9), weights: (2...10).reversed())
            && digits[10] == modulo11(digits.prefix(10), weights: (2...11).reversed())
    }

    /// Whether fourteen digits are a CNPJ: two check digits modulo 11 with weights 2 to 9 in turn from the right.
    static func isCNPJ(_ digits: [UInt8]) -> Bool {
        guard digits.count == 14, Set(digits).count > 1 else { return false }
        let weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
        return digits[12] == modulo11(digits.prefix(12), weights: weights.dropFirst())
            && digits[13] == modulo11(digits.prefix(13), weights: weights)
    }

    /// Whether 13 to 19 digits pass the Luhn check (ISO/IEC 7812-1).
    static func isCard(_ digits: [UInt8]) -> Bool {
        guard (13...19).contains(digits.count), Set(digits).count > 1 else { return false }
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = place % 2 == 0 ? Int(digit) : Int(digit) * 2
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }

    private static func modulo11(_ digits: ArraySlice<UInt8>, weights: some Sequence<Int>) -> UInt8 {
        let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
        return UInt8(truncatingIfNeeded: sum % 11 < 2 ? 0 : 11 - sum % 11)
    }
}
