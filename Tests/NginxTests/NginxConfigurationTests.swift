import Nginx
import Testing

struct NginxConfigurationTests {
    private func configuration() throws -> NginxConfiguration {
        try NginxConfiguration(
            port: 8_080,
            upstreamSocketPath: "/tmp/c/app.sock",
            runtimeDirectory: "/tmp/c",
            maxBodyBytes: 6_291_456
        )
    }

    @Test(arguments: [
        "daemon off;", "pid /tmp/c/nginx.pid;", "error_log stderr warn;", "access_log off;",
        "listen 8080 default_server",
        "server unix:/tmp/c/app.sock;", "client_max_body_size 6291456;", "proxy_http_version 1.1;",
        "proxy_set_header Connection \"\";", "proxy_request_buffering on;", "client_body_temp_path /tmp/c/client_body;",
        "keepalive 128;", "worker_processes 1;", "location / {", "proxy_read_timeout 60s;", "error_page 413 @error413;",
    ])
    func textHolds(directive: String) throws {
        #expect(try configuration().text.contains(directive))
    }

    @Test
    func choicesShowInTheText() throws {
        var configuration = try configuration()
        #expect(!configuration.text.contains("user root;"))
        #expect(!configuration.text.contains("[::]"))
        configuration.runsAsRoot = true
        configuration.listensOnIPv6 = true
        configuration.buffersRequests = false
        configuration.logsRequests = true
        configuration.workerProcesses = 4
        configuration.maxBodyBytes = 0
        #expect(configuration.text.hasPrefix("user root;\n"))
        #expect(configuration.text.contains("listen [::]:8080 default_server ipv6only=on backlog=4096;"))
        #expect(configuration.text.contains("proxy_request_buffering off;"))
        #expect(configuration.text.contains("access_log /dev/stdout;"))
        #expect(configuration.text.contains("worker_processes 4;"))
        #expect(configuration.text.contains("client_max_body_size 0;"))
    }

    @Test(arguments: ["relative", "", "/tmp/a b", "/tmp/a;b", "/tmp/$x", "/tmp/\"x", "/tmp/a\n", "/tmp/{"])
    func pathsThatNginxWouldReadOtherwiseAreRefused(path: String) {
        #expect(throws: NginxError(.invalidPath, path: path)) {
            try NginxConfiguration(port: 1, upstreamSocketPath: path, runtimeDirectory: "/tmp", maxBodyBytes: 0)
        }
        #expect(throws: NginxError(.invalidPath, path: path)) {
            try NginxConfiguration(port: 1, upstreamSocketPath: "/tmp/s", runtimeDirectory: path, maxBodyBytes: 0)
        }
    }

    @Test(arguments: [
        (NginxError(.notFound, path: "/a:/b"), "nginx is not in /a:/b; install it, or serve without it by --direct"),
        (
            NginxError(.invalidPath, path: "/a b"),
            "nginx can't use the path /a b; use an absolute one of letters, digits and / . _ -"
        ),
        (NginxError(.alreadyStarted, path: "/c"), "nginx is started already with /c"),
        (
            NginxError(.system(call: "posix_spawn", number: 2), path: "/c"),
            "cannot start nginx with /c: posix_spawn failed: No such file or directory"
        ),
    ])
    func errorsSayWhatToDo(error: NginxError, text: String) {
        #expect(error.description == text)
    }
}
