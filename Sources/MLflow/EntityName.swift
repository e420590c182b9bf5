/// Names of metrics as MLflow takes them.
enum EntityName {
    /// Turns a name such as `validation:f1:LABEL` into `validation/f1/LABEL`, which MLflow's pages group by its parts.
    ///
    /// Letters, digits, `_`, `-`, `.` and spaces stay; every other character becomes `_`. A part that means a folder is
    /// changed, since MLflow may keep metrics in files.
    static func metric(_ name: String) -> String {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false).map { part in
            let kept = String(String.UnicodeScalarView(part.unicodeScalars.map { isAllowed($0) ? $0 : "_" }))
            return ["", ".", ".."].contains(kept) ? "_" : kept
        }
        return LengthLimit.shortened(parts.joined(separator: "/"), to: MLflowLimits.nameCharacters)
    }

    /// The letters and numbers of Python's `\w`, and what MLflow allows beside them.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let character = Character(scalar)
            return character.isLetter || character.isNumber || "_-. ".contains(character)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        default: return false
        }
    }
}
