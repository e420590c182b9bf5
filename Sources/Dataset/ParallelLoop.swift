import Dispatch
import Glibc
import Synchronization

/// Runs independent pieces of work on several threads; results come in the order of the pieces.
public struct ParallelLoop: Sendable {
    /// The number of threads.
    public let threads: Int

    /// Creates a loop over `threads` threads; `nil` for one for each core.
    public init(threads: Int? = nil) {
        self.threads = max(1, threads ?? Self.cores)
    }

    /// The number of cores that are on line.
    public static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Calls `body` once for each number below `count` with a state of the thread's own, such as buffers.
    ///
    /// Threads take the next number from a counter, so pieces of unequal size share out well. Once `stop` is raised no
    /// further piece is begun; those in hand are finished, so that the results are the first ones without a gap.
    public func map<State: ~Copyable, Result: Sendable>(
        _ count: Int,
        until stop: StopFlag? = nil,
        state makeState: @Sendable () -> State,
        _ body: @Sendable (inout State, Int) -> Result
    ) -> [Result] {
        let next = Atomic<Int>(0)
        let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
            var state = makeState()
            while stop?.isRaised != true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                let result = body(&state, index)
                results.withLock { $0[index] = result }
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }

    /// Calls `body` once for each number below `count`, or for the first ones until `stop` is raised.
    public func map<Result: Sendable>(
        _ count: Int,
        until stop: StopFlag? = nil,
        _ body: @Sendable (Int) -> Result
    ) -> [Result] {
        map(count, until: stop, state: {}, { _, index in body(index) })
    }

    /// Cuts `count` items into `pieces` ranges of nearly equal length, in order.
    public static func ranges(of count: Int, pieces: Int) -> [Range<Int>] {
        let pieces = max(1, min(pieces, count))
        return (0..<pieces).map { (count * $0 / pieces)..<(count * ($0 + 1) / pieces) }
    }
}
