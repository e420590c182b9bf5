import Dispatch
import Synchronization

/// Works on the pieces of one request on several threads, and hands the results over in the order of the pieces.
///
/// The thread that runs it makes the pieces, takes the results and works too, so a pipeline without a single helper goes
/// on all the same. Memory is that of a window of pieces.
final class OrderedPipeline<Piece: Sendable, Output: Sendable>: Sendable {
    private struct Claim {
        let index: Int
        let piece: Piece
        let work: @Sendable (Piece) -> Output
    }

    /// What the thread that runs the pipeline does next.
    private enum Step {
        case take(Output)
        case work(Claim)
        case wait
    }

    private struct State {
        var work: (@Sendable (Piece) -> Output)?
        /// Pieces that nobody works on, the oldest first.
        var waiting: [(index: Int, piece: Piece)] = []
        /// Results that were not handed over, by their piece.
        var outputs: [Int: Output] = [:]
        /// Helpers that work on a piece.
        var busyHelpers = 0
        /// Whether the thread that runs the pipeline waits for one of them.
        var isAwaited = false

        mutating func claim() -> Claim? {
            guard let work, !waiting.isEmpty else { return nil }
            let (index, piece) = waiting.removeFirst()
            return Claim(index: index, piece: piece, work: work)
        }
    }

    private let budget: ThreadBudget
    private let state: Mutex<State>
    /// Signalled when a helper that is waited for has worked on a piece; once for each wait.
    private let finished = DispatchSemaphore(value: 0)

    /// Creates a pipeline; once `run` is over nothing holds what `work` holds.
    init(budget: ThreadBudget, work: @escaping @Sendable (Piece) -> Output) {
        self.budget = budget
        state = Mutex(State(work: work))
    }

    /// Works on all pieces that `next` gives; once only.
    ///
    /// - Parameters:
    ///   - windowBytes: how many bytes the pieces in the window may have together; a larger piece is alone in it.
    ///   - next: the next piece and its bytes; `nil` past the last one.
    ///   - take: is called on this thread with each result, in the order of the pieces.
    /// - Throws: what `next` or `take` throw; pieces that nobody works on are dropped then.
    func run<Failure: Error>(
        windowBytes: Int,
        next: () throws(Failure) -> (piece: Piece, bytes: Int)?,
        take: (Output) throws(Failure) -> Void
    ) throws(Failure) {
        budget.enter()
        defer { close() }
        var window = Window(pieces: 2 * budget.threads, bytes: windowBytes)
        while true {
            while window.hasRoom {
                guard let (piece, bytes) = try next() else {
                    window.isAtEnd = true
                    break
                }
                append(piece, at: window.append(bytes))
            }
            guard let index = window.oldest else { return }
            switch step(index) {
            case .take(let output):
                window.removeOldest()
                try take(output)
            case .work(let claim):
                let output = claim.work(claim.piece)
                state.withLock { $0.outputs[claim.index] = output }
            case .wait: finished.wait()
            }
        }
    }

    private func step(_ oldest: Int) -> Step {
        state.withLock { state in
            if let output = state.outputs.removeValue(forKey: oldest) { return .take(output) }
            if let claim = state.claim() { return .work(claim) }
            state.isAwaited = true
            return .wait
        }
    }

    private func append(_ piece: Piece, at index: Int) {
        state.withLock { $0.waiting.append((index, piece)) }
        guard budget.enterIfFree() else { return }
        DispatchQueue.global().async {
            while !self.budget.isExceeded, self.help() {}
            self.budget.leave()
        }
    }

    /// Works on one piece; false when none waits.
    private func help() -> Bool {
        guard let (index, output) = workOnClaim() else { return false }
        let isAwaited = state.withLock { state in
            state.outputs[index] = output
            state.busyHelpers -= 1
            defer { state.isAwaited = false }
            return state.isAwaited
        }
        if isAwaited { finished.signal() }
        return true
    }

    /// A function of its own, so that nothing of the claim lives on when the helper says that it is done.
    private func workOnClaim() -> (index: Int, output: Output)? {
        let claim = state.withLock { state in
            let claim = state.claim()
            if claim != nil { state.busyHelpers += 1 }
            return claim
        }
        return claim.map { ($0.index, $0.work($0.piece)) }
    }

    /// Drops what nobody works on and waits for the helpers, each of which has one piece at most.
    private func close() {
        budget.leave()
        while true {
            let isIdle = state.withLock { state in
                state.work = nil
                state.waiting = []
                state.outputs = [:]
                state.isAwaited = state.busyHelpers > 0
                return state.busyHelpers == 0
            }
            if isIdle { return }
            finished.wait()
        }
    }
}

/// The pieces that were begun and not handed over.
private struct Window {
    let maximumPieces: Int
    let maximumBytes: Int
    var isAtEnd = false
    private var bytes: [Int] = []
    private var total = 0
    private var first = 0

    init(pieces: Int, bytes: Int) {
        maximumPieces = pieces
        maximumBytes = bytes
    }

    var hasRoom: Bool { !isAtEnd && (bytes.isEmpty || bytes.count < maximumPieces && total < maximumBytes) }

    var oldest: Int? { bytes.isEmpty ? nil : first }

    /// Takes a further piece in and says its number.
    mutating func append(_ count: Int) -> Int {
        bytes.append(count)
        total += count
        return first + bytes.count - 1
    }

    mutating func removeOldest() {
        total -= bytes.removeFirst()
        first += 1
    }
}
