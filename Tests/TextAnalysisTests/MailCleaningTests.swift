import Testing

@testable import TextAnalysis

struct MailCleaningTests {
    private static let parameters = AnalyzerParameters(maskEntities: false)

    private func words(_ text: some StringProtocol) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func everyClientStyleHasAtLeastSixMails() {
        let styles = Dictionary(grouping: MailFixture.all) { $0.name.prefix { $0 != " " } }
        #expect(styles.count == 6)
        #expect(styles.values.allSatisfy { $0.count >= 6 })
    }

    @Test(arguments: MailFixture.all)
    func onlyTheCustomersOwnTextIsLeft(mail: MailFixture) {
        var buffer = AnalysisBuffer()
        TextCleaner(Self.parameters).clean(mail.input, with: &buffer)
        #expect(words(String(decoding: buffer.text, as: UTF8.self)) == words(mail.expected))
    }

    @Test(arguments: MailFixture.all)
    func lineEndsOfWindowsMakeNoDifference(mail: MailFixture) {
        var buffer = AnalysisBuffer()
        TextCleaner(Self.parameters).clean(
            mail.input.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"),
            with: &buffer
        )
        #expect(words(String(decoding: buffer.text, as: UTF8.self)) == words(mail.expected))
    }
}
