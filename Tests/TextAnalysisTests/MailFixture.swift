import FoundationEssentials
import Testing

/// One e-mail of the fixtures and what the customer wrote of it.
struct MailFixture: CustomTestStringConvertible, Sendable {
    var name: String
    var input: String
    var expected: String

    var testDescription: String { name }

    /// All e-mails of all client styles.
    ///
    /// A file holds mails of one style: a line `=== name`, the mail, a line `--- expected`, the text that is left.
    static let all: [MailFixture] = ["gmail", "outlook-old", "outlook-new", "apple-mail", "mobile", "webmail"].flatMap {
        (try? read($0)) ?? []
    }

    private static func read(_ style: String) throws -> [MailFixture] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
        let text = try String(contentsOf: folder.appending(path: style + ".mail"), encoding: .utf8)
        return text.split(separator: "=== ").compactMap { mail in
            guard let end = mail.firstIndex(of: "\n") else { return nil }
            let parts = mail[end...].split(separator: "\n--- expected\n", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return MailFixture(
                name: style + " " + mail[..<end],
                input: String(parts[0].dropFirst()),
                expected: String(parts[1])
            )
        }
    }
}
