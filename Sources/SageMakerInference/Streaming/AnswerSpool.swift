import Glibc

/// Keeps an answer until the request has been read: a short one in memory, a long one in a file without a name.
///
/// Clients that send all before they read, and nginx, would block if the answer began earlier.
struct AnswerSpool: ~Copyable {
    /// Bytes that stay in memory.
    static let memoryBytes = 1_048_576
    /// Bytes read back at a time.
    private static let pieceBytes = 262_144

    private let folder: String
    private var memory: [UInt8] = []
    private var descriptor: Int32 = -1

    /// Creates an empty spool whose file, if one is needed, lies in `folder`.
    init(folder: String = "/tmp") {
        self.folder = folder
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Appends bytes; memory is bounded whatever their number.
    mutating func append(_ bytes: [UInt8]) throws(InferenceError) {
        memory += bytes
        if memory.count >= Self.memoryBytes { try spill() }
    }

    /// Hands over all bytes in order, piece by piece; once only.
    mutating func drain<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        if descriptor >= 0 {
            lseek(descriptor, 0, SEEK_SET)
            while let piece = readPiece() { try body(piece) }
        }
        if !memory.isEmpty { try body(memory) }
        memory = []
    }

    private mutating func spill() throws(InferenceError) {
        if descriptor < 0 { descriptor = try Self.openFile(folder) }
        var start = 0
        while start < memory.count {
            let count = unsafe memory[start...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw InferenceError(.noRoomForAnswer) }
            start += count
        }
        memory.removeAll(keepingCapacity: true)
    }

    private func readPiece() -> [UInt8]? {
        var piece = [UInt8](repeating: 0, count: Self.pieceBytes)
        let count = unsafe piece.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return nil }
        piece.removeLast(piece.count - count)
        return piece
    }

    /// A file that is gone from its folder at once, so that nothing is left whatever happens.
    private static func openFile(_ folder: String) throws(InferenceError) -> Int32 {
        // `mkstemp` puts a free name in the place of six letters X.
        var template = Array("\(folder)/carteiro-answer-\(String(repeating: "X", count: 6))".utf8CString)
        let descriptor = unsafe mkstemp(&template)
        guard descriptor >= 0 else { throw InferenceError(.noRoomForAnswer) }
        unsafe unlink(&template)
        return descriptor
    }
}
