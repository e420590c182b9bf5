import JSON

/// The pieces of a request that came whole, one after another.
struct AnswerPieces {
    private var lines: JSONLines?
    private var records: ArraySlice<InvocationRecord>
    private let k: Int?
    private let writer: AnswerWriter
    private var isFirst = true

    /// Cuts an invocation whose records have been read, and the lines after them that have not.
    ///
    /// The first piece decides how wide CSV rows are, so its records must have been.
    init(_ invocation: Invocation, lines: JSONLines? = nil, plan: InvocationPlan) {
        self.lines = lines
        records = invocation.records[...]
        k = plan.topK(of: invocation)
        writer = AnswerWriter(
            plan.encoder,
            shape: invocation.shape,
            width: plan.width(invocation.records.prefix(AnswerPiece.records), k: k)
        )
    }

    /// The bytes after the last piece.
    var end: [UInt8] { writer.end }

    /// The next piece and about how many bytes it has.
    mutating func next() -> (piece: AnswerPiece, bytes: Int)? {
        if let (head, bytes) = records.popPiece() { return (piece(.records(head)), bytes) }
        guard let head = lines?.split(count: AnswerPiece.records, byteCount: AnswerPiece.bytes) else { return nil }
        return (piece(.lines(head)), head.byteCount)
    }

    private mutating func piece(_ content: AnswerPiece.Content) -> AnswerPiece {
        defer { isFirst = false }
        return AnswerPiece(content: content, k: k, writer: writer, isFirst: isFirst)
    }
}

extension InvocationPlan {
    /// How many classes the lists of CSV rows have: what the first of some records asks for that asks at all.
    func width(_ records: some Collection<InvocationRecord>, k: Int?) -> Int? {
        records.lazy.compactMap { $0.k ?? k }.first
    }
}

extension ArraySlice<InvocationRecord> {
    /// Takes the records of the next piece off, and says how many bytes of text they have; `nil` when none are left.
    mutating func popPiece() -> (records: ArraySlice, bytes: Int)? {
        guard !isEmpty else { return nil }
        var bytes = 0
        var end = startIndex
        while end < endIndex, end - startIndex < AnswerPiece.records, bytes < AnswerPiece.bytes {
            if case .success(let text) = self[end].text { bytes += text.utf8.count }
            end += 1
        }
        defer { self = self[end...] }
        return (self[..<end], bytes)
    }
}
