/// A place in a policy, written as a JSON pointer (RFC 6901).
struct PolicyPlace {
    /// The most characters of a key that a pointer shows.
    private static let shownCharacters = 100

    private(set) var pointer = ""

    /// The place of a member.
    func member(_ key: String) -> PolicyPlace {
        let shown = key.count > Self.shownCharacters ? key.prefix(Self.shownCharacters) + "..." : key[...]
        // RFC 6901 section 3: the two characters with a meaning of their own are escaped, the tilde first.
        let escaped = shown.replacing("~", with: "~0").replacing("/", with: "~1")
        return PolicyPlace(pointer: pointer + "/" + escaped)
    }

    /// The place of an element.
    func element(_ index: Int) -> PolicyPlace { PolicyPlace(pointer: "\(pointer)/\(index)") }
}
