import Testing

@testable import HTTPClient

struct LoopbackAddressTests {
    @Test(arguments: [
        ("http://127.0.0.1:80/a", true), ("http://localhost", true), ("https://localhost:5000/x?y", true),
        ("http://[::1]:80/", true), ("http://user@127.0.0.1/", true), ("http://10.0.0.1/127.0.0.1", false),
        ("http://localhost.example/", false), ("http://example/localhost", false), ("nothing", false), ("", false),
        ("http://127.0.0.1?x", true),
    ])
    func onlyThisMachinesOwnAddressesAreFound(url: String, isLoopback: Bool) {
        #expect(LoopbackAddress.isHost(of: url) == isLoopback)
    }
}
