/// How large a policy may be.
public enum ReplyPolicyLimits {
    /// The most bytes of the file.
    public static let fileBytes = 1 << 20
    /// The most labels.
    public static let labels = 10_000
    /// The most phrases in one `never_when`.
    public static let phrases = 1_000
    /// The most characters (Unicode scalars) of a phrase.
    public static let phraseCharacters = 200
    /// The longest word of a phrase in bytes; the text analysis takes nothing longer for a word.
    public static let wordBytes = 64
    /// The most fields in one `only_when`.
    public static let fields = 20
    /// The most values of a field.
    public static let values = 1_000
    /// The most characters (Unicode scalars) of a field's name, of its value and of a template's text id.
    public static let textCharacters = 200
    /// The greatest number of a template; any JSON reader takes whole numbers up to this one exactly.
    public static let templateNumber = 9_007_199_254_740_991
    /// The most faults that one error names.
    public static let faults = 20
    /// How deep arrays and objects may stand in one another.
    static let depth = 16
}
