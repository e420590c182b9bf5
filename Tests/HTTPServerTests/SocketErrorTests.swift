import Glibc
import HTTPServer
import Logging
import Testing

struct SocketErrorTests {
    @Test(arguments: [
        (
            SocketError(.addressInUse, endpoint: "port 8080"),
            "cannot listen on port 8080: it is in use; stop the other program or choose another"
        ),
        (
            SocketError(.permissionDenied, endpoint: "port 80"),
            "cannot listen on port 80: permission denied; choose another or run as root"
        ),
        (
            SocketError(.pathTooLong(limit: 107), endpoint: "socket /a"),
            "cannot listen on socket /a: the path is longer than 107 bytes; shorten it"
        ),
        (SocketError(.noEndpoint), "cannot start the server: no endpoint is given; name a port or a socket path"),
        (SocketError(.alreadyStarted), "cannot start the server: it runs already"),
        (
            SocketError(.system(call: "bind", number: ENOENT), endpoint: "socket /no/x"),
            "cannot listen on socket /no/x: bind failed: No such file or directory"
        ),
    ])
    func messagesSayWhatToDo(error: SocketError, text: String) {
        #expect(error.description == text)
    }

    @Test(arguments: [
        ("/no/such/folder/x", SocketError.Kind.system(call: "bind", number: ENOENT)),
        ("/tmp/" + String(repeating: "x", count: 200), .pathTooLong(limit: 107)),
    ])
    func wrongSocketPathsAreNamed(path: String, kind: SocketError.Kind) {
        #expect(throws: SocketError(kind, endpoint: "socket \(path)")) {
            _ = try TestServer(endpoints: [.unix(path: path)])
        }
    }

    @Test
    func serverWithoutEndpointDoesNotStart() {
        #expect(throws: SocketError(.noEndpoint)) { _ = try TestServer(endpoints: []) }
    }

    @Test
    func failedStartLeavesNothingOpen() throws {
        try TestServer.with(TestServer()) { server in
            let path = "/tmp/carteiro-half-\(getpid()).sock"
            #expect(throws: SocketError.self) {
                _ = try TestServer(endpoints: [.unix(path: path), .loopback(port: server.port)])
            }
            #expect(unsafe access(path, F_OK) != 0)
        }
    }
}
