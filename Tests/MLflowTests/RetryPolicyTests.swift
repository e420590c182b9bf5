import HTTP
import HTTPClient
import Testing

@testable import MLflow

struct RetryPolicyTests {
    private static let policy = RetryPolicy(delays: [1, 2])

    private static func delay(_ kind: ClientError.Kind, after questions: Int = 1, isRepeatable: Bool = true) -> Double?
    {
        policy.delay(after: questions, .failure(ClientError(kind, url: "")), isRepeatable: isRepeatable)
    }

    private static func delay(_ status: Int, retryAfter: String = "", isRepeatable: Bool = true) -> Double? {
        let headers: HTTPHeaders = retryAfter.isEmpty ? [:] : ["Retry-After": retryAfter]
        let response = HTTPResponse(status: HTTPStatus(rawValue: status), headers: headers)
        return policy.delay(after: 1, .success(response), isRepeatable: isRepeatable)
    }

    @Test func delaysGrowAndEnd() {
        #expect((1...3).map { Self.delay(.unreachable, after: $0) } == [1, 2, nil])
    }

    @Test func whatWasPerhapsHeardIsOnlyAskedAgainWhereThatDoesNoHarm() {
        #expect(Self.delay(.timedOut) == 1)
        #expect(Self.delay(.transfer(code: 52)) == 1)
        #expect(Self.delay(.timedOut, isRepeatable: false) == nil)
        #expect(Self.delay(.unreachable, isRepeatable: false) == 1)
        #expect(Self.delay(500, isRepeatable: false) == nil)
        #expect(Self.delay(503, isRepeatable: false) == 1)
    }

    @Test func faultsOfOurOwnAreNotRepeated() {
        #expect(Self.delay(.invalidURL) == nil)
        #expect(Self.delay(.unreadableFile(path: "x")) == nil)
    }

    @Test(arguments: [(200, nil), (400, nil), (401, nil), (404, nil), (429, 1), (500, 1), (502, 1), (504, 1)])
    func statusDecides(status: Int, delay: Double?) {
        #expect(Self.delay(status) == delay)
    }

    @Test(arguments: [("3", 3), ("600", 5), ("0", 1), ("soon", 1), ("nan", 1), ("-5", 1)])
    func serverMayAskForMoreTimeWithinALimit(field: String, delay: Double) {
        #expect(Self.delay(503, retryAfter: field) == delay)
    }
}
