internal import HTTP

/// Gathers an answer from the pieces that libcurl hands over.
final class AnswerCollector {
    private(set) var headers: HTTPHeaders = [:]
    private(set) var body: [UInt8] = []
    private(set) var isTooLarge = false
    let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes one line of the head; a status line begins a new head, as after 100 Continue.
    func takeHeaderLine(_ line: some Collection<UInt8>) {
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            headers = [:]
            return
        }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
        let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        let end = value.lastIndex { !$0.isWhitespace }.map(value.index(after:)) ?? value.startIndex
        headers.append(String(text[..<colon]), String(value[..<end]))
    }

    /// Takes a piece of the body; false stops the transfer.
    func takeBody(_ piece: some Collection<UInt8>) -> Bool {
        guard piece.count <= limit - body.count else {
            isTooLarge = true
            return false
        }
        body.append(contentsOf: piece)
        return true
    }
}
