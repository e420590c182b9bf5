import Glibc

/// The standard input, read to its end; bytes that are not UTF-8 become U+FFFD.
struct StandardInput {
    let text: String

    /// Reads all of the standard input.
    static func readAll() -> StandardInput {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return StandardInput(text: String(decoding: bytes, as: UTF8.self))
    }

    /// The lines without their ends; the last one need not end.
    var lines: [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
