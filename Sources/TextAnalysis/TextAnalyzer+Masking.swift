extension TextAnalyzer {
    /// The text as it may be kept: without HTML, and with `[email]`, `[cpf]`, `[number]` and so on in the place of
    /// addresses and numbers; the names of people stay.
    ///
    /// These are the masks of `maskEntities`, whether or not a model was trained with them. O(bytes).
    public static func masked(_ text: String) -> String {
        var bytes = Array(text.utf8)
        var output: [UInt8] = []
        // HTML goes first: a tag within a number would hide it.
        let parameters = AnalyzerParameters(cleanQuotes: false, cleanSignatures: false)
        TextCleaner(parameters).clean(&bytes, &output) { _, _ in }
        return readable(bytes)
    }
}
