/// The seconds that a client may take for each step, and the bounds of a shutdown.
public struct ServerTimeouts: Sendable {
    /// From the first byte of a request to the end of its head; then 408.
    public var header: Double
    /// From the end of the head to the end of the body, beside what `bodyBytesPerSecond` grants; then 408.
    public var body: Double
    /// Each of these bytes received grants a further second for the body, so that large bodies on slow lines come through.
    public var bodyBytesPerSecond: Double
    /// Without a request; longer than the 60 s for which nginx keeps a connection, so that nginx closes first.
    public var idle: Double
    /// Without progress while an answer is sent.
    public var write: Double
    /// For the client to close after an error, while its bytes are thrown away.
    public var linger: Double
    /// For which a shutdown leaves an idle connection open, because a request may be on its way.
    public var drainGrace: Double

    /// Creates time-outs in seconds.
    public init(
        header: Double = 20,
        body: Double = 30,
        bodyBytesPerSecond: Double = 16_384,
        idle: Double = 75,
        write: Double = 60,
        linger: Double = 2,
        drainGrace: Double = 0.25
    ) {
        self.header = header
        self.body = body
        self.bodyBytesPerSecond = max(1, bodyBytesPerSecond)
        self.idle = idle
        self.write = write
        self.linger = linger
        self.drainGrace = drainGrace
    }

    /// How often deadlines are looked at, in seconds: a part of the shortest one, within bounds.
    func sweepInterval(isDraining: Bool) -> Double {
        let shortest = min(header, body, idle, write, linger, isDraining ? drainGrace : .infinity)
        return min(1, max(0.01, shortest / 4))
    }
}
