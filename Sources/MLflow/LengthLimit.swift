/// Cuts texts as MLflow counts them.
enum LengthLimit {
    private static let ending = "..."

    /// The text, or its beginning with dots: at most `most` Unicode scalars, and no character in two.
    static func shortened(_ text: String, to most: Int) -> String {
        guard text.unicodeScalars.count > most else { return text }
        var kept = ""
        var room = most - ending.unicodeScalars.count
        for character in text {
            room -= character.unicodeScalars.count
            if room < 0 { break }
            kept.append(character)
        }
        return kept + ending
    }
}
