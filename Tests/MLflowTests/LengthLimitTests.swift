import Testing

@testable import MLflow

struct LengthLimitTests {
    @Test(arguments: [
        ("abc", 3, "abc"), ("abcdef", 5, "ab..."), ("", 5, ""), ("n\u{e3}o \u{e9}", 5, "n\u{e3}o \u{e9}"),
        // A family of three people is five scalars and one character.
        ("ab\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}cdef", 8, "ab..."),
    ])
    func textsAreCutBetweenCharacters(text: String, most: Int, kept: String) {
        #expect(LengthLimit.shortened(text, to: most) == kept)
    }
}
