import Foundation
import JSON
import Testing

@testable import TrainingReport

struct DocumentationTests {
    @Test func everyKeyOfMetricsIsDocumented() throws {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "docs/report.md"), encoding: .utf8)
        var content = SampleContent.content()
        content.parameters = []
        for key in Self.keys(of: Report(content).metrics) {
            #expect(text.contains("`\(key)`"), "docs/report.md does not name \(key)")
        }
    }

    private static func keys(of value: JSONValue) -> Set<String> {
        if let elements = value.arrayValue { return elements.reduce(into: []) { $0.formUnion(keys(of: $1)) } }
        guard let members = value.objectValue?.members else { return [] }
        return members.reduce(into: []) { $0.formUnion(keys(of: $1.value).union([$1.key])) }
    }
}
