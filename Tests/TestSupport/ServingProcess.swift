import Foundation
public import HTTP
import HTTPClient

/// `carteiro serve` in a process of its own.
public final class ServingProcess: Sendable {
    /// The port it was told to listen on.
    public let port: Int
    private let scratch: TemporaryFolder
    private let process: Process
    private let client: Client

    /// What can go wrong in a test that serves.
    public struct Failure: Error, CustomStringConvertible {
        /// What happened, with the server's log.
        public let description: String
    }

    /// Starts the program on a free port; `arguments` follow `serve`.
    ///
    /// - Throws: What the system says when the program can't be started.
    public init(
        baseDirectory: String,
        arguments: [String] = [],
        environment: [String: String] = [:],
        executable: CarteiroExecutable = CarteiroExecutable()
    ) throws {
        scratch = try TemporaryFolder()
        port = try FreePort.find()
        process = try executable.start(
            ["serve"] + arguments,
            environment: environment.merging([
                "SAGEMAKER_BASE_DIR": baseDirectory, "SAGEMAKER_BIND_TO_PORT": String(port),
            ]) { $1 },
            output: scratch.path + "/out",
            log: scratch.path + "/err"
        )
        client = Client(configuration: .init(baseURL: "http://127.0.0.1:\(port)"))
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    /// What the server logged so far.
    public var log: String { scratch.read("err").map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// The number of its process.
    public var processIdentifier: Int32 { process.processIdentifier }

    /// Whether the process has not ended.
    public var isRunning: Bool { process.isRunning }

    /// Waits until `/ping` answers with a status, for at most `seconds`.
    public func waitForPing(_ status: HTTPStatus = .ok, seconds: Double = 60) throws {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while Date() < deadline && process.isRunning {
            if (try? client.get("/ping"))?.status == status { return }
            usleep(10_000)
        }
        throw Failure(description: "/ping did not answer \(status.rawValue); the server said:\n\(log)")
    }

    /// Asks with GET.
    public func get(_ path: String) throws -> HTTPResponse {
        try client.get(path)
    }

    /// Posts to `/invocations`.
    public func invoke(
        _ body: [UInt8],
        contentType: String,
        accept: String = "application/json",
        query: String = ""
    ) throws -> HTTPResponse {
        try client.post(
            "/invocations" + query,
            headers: ["Content-Type": contentType, "Accept": accept],
            body: body
        )
    }

    /// Sends any request; a body is JSON.
    public func send(_ method: HTTPMethod, _ path: String, body: [UInt8] = []) throws -> HTTPResponse {
        try client.send(
            method,
            path,
            headers: body.isEmpty ? [:] : ["Content-Type": "application/json"],
            body: body.isEmpty ? nil : body
        )
    }

    /// The lines of the process's memory map that name a file.
    public func mappings(of file: String) -> Int {
        let map = (try? String(contentsOfFile: "/proc/\(processIdentifier)/maps", encoding: .utf8)) ?? ""
        return map.split(separator: "\n").count { $0.hasSuffix(file) }
    }

    /// Sends a signal and waits for the end; returns the exit status.
    public func stop(signal: Int32 = 15) -> Int32 {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// Ports that nothing listens on.
enum FreePort {
    /// A free port of the loopback address at this moment.
    static func find() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        unsafe address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { rebound in
                unsafe bind(descriptor, rebound, length) == 0 && getsockname(descriptor, rebound, &length) == 0
            }
        }
        guard bound else { throw ServingProcess.Failure(description: "no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
