extension NginxConfiguration {
    /// The configuration in nginx's own words.
    public var text: String {
        """
        \(runsAsRoot ? "user root;\n" : "")daemon off;
        pid \(runtimeDirectory)/nginx.pid;
        error_log stderr warn;
        worker_processes \(workerProcesses);
        worker_shutdown_timeout \(timeouts.shutdown)s;

        events {
            worker_connections 4096;
        }

        http {
            access_log \(logsRequests ? "/dev/stdout" : "off");
            server_tokens off;
            reset_timedout_connection on;
        \(temporaryPaths)

            keepalive_timeout \(timeouts.keepAlive)s;
            keepalive_requests 1000000;
            client_header_timeout \(timeouts.client)s;
            client_body_timeout \(timeouts.client)s;
            client_max_body_size \(maxBodyBytes);
            client_body_buffer_size 64k;
            large_client_header_buffers 8 16k;

        \(upstream)

        \(server)
        }

        """
    }

    /// nginx creates all of them at its start, also those of protocols that are not used.
    private var temporaryPaths: String {
        ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map { "    \($0)_temp_path \(runtimeDirectory)/\($0);" }
            .joined(separator: "\n")
    }

    private var upstream: String {
        """
            upstream carteiro {
                server unix:\(upstreamSocketPath);
                keepalive 128;
                keepalive_requests 1000000;
                keepalive_timeout \(timeouts.upstreamKeepAlive)s;
            }
        """
    }

    private var server: String {
        """
            server {
                listen \(port) default_server backlog=4096;\(listensOnIPv6 ? ipv6Listen : "")

                location / {
                    proxy_pass http://carteiro;
                    proxy_http_version 1.1;
                    proxy_set_header Host $http_host;
                    proxy_set_header Connection "";
                    proxy_connect_timeout 5s;
                    proxy_send_timeout \(timeouts.client)s;
                    proxy_read_timeout \(timeouts.answer)s;
                    proxy_request_buffering \(buffersRequests ? "on" : "off");
                    proxy_buffering \(buffersRequests ? "on" : "off");
                    proxy_max_temp_file_size 0;
                }
        \(errorPages)
            }
        """
    }

    private var ipv6Listen: String {
        "\n        listen [::]:\(port) default_server ipv6only=on backlog=4096;"
    }

    /// nginx's own errors in the form of the server's, since SageMaker shows the body to the caller.
    private var errorPages: String {
        [
            (413, "content_too_large", "the body is larger than \(maxBodyBytes) bytes; send fewer records at a time"),
            (502, "bad_gateway", "the server behind does not answer; try again later"),
            (504, "gateway_timeout", "no answer within \(timeouts.answer) s; send fewer records at a time"),
        ]
        .map { status, code, message in
            """

                    error_page \(status) @error\(status);
                    location @error\(status) {
                        internal;
                        default_type application/json;
                        return \(status) '{"error":{"code":"\(code)","message":"\(message)"}}';
                    }
            """
        }
        .joined(separator: "\n")
    }
}
