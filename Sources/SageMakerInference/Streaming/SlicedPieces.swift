/// The pieces of a request whose body is still coming, one after another.
struct SlicedPieces {
    private let plan: InvocationPlan
    private let refusesFaults: Bool
    private let k: Int?
    private var slicer: RecordSlicer
    private var decoder: SliceDecoder
    private var records: ArraySlice<InvocationRecord> = []
    /// Made of the first slice with records, which decides how wide CSV rows are.
    private var writer: AnswerWriter?
    private var isAtEnd = false
    private var isFirst = true
    /// The records of the slices so far.
    private var count = 0

    /// Begins with the part of the body that has come.
    init(_ body: [UInt8], plan: InvocationPlan, handler: InvocationHandler) {
        self.plan = plan
        refusesFaults = !handler.environment.isBatch
        k = plan.topK(of: Invocation(records: []))
        slicer = RecordSlicer(hasQuotes: plan.requested.isCSV, limits: handler.limits)
        slicer.append(body)
        decoder = SliceDecoder(plan.decoder, format: plan.requested)
    }

    /// The next piece and about how many bytes it has; `read` gives more of the body.
    mutating func next(
        _ read: () throws(InferenceError) -> [UInt8]?
    ) throws(InferenceError) -> (piece: AnswerPiece, bytes: Int)? {
        while records.isEmpty {
            guard let slice = try slice(read) else { return nil }
            try decode(slice)
        }
        guard let (head, bytes) = records.popPiece(), let writer else { return nil }
        defer { isFirst = false }
        return (AnswerPiece(content: .records(head), k: k, writer: writer, isFirst: isFirst), bytes)
    }

    /// The bytes after the last piece.
    func end() throws(InferenceError) -> [UInt8] {
        guard let writer else { throw InferenceError(.emptyBody) }
        return writer.end
    }

    private mutating func slice(
        _ read: () throws(InferenceError) -> [UInt8]?
    ) throws(InferenceError) -> [UInt8]? {
        guard !isAtEnd else { return nil }
        while true {
            if let slice = try slicer.next() { return slice }
            guard let piece = try read() else { break }
            slicer.append(piece)
        }
        isAtEnd = true
        return slicer.rest()
    }

    private mutating func decode(_ slice: [UInt8]) throws(InferenceError) {
        let invocation = Invocation(records: try decoder.records(slice))
        if refusesFaults, let (index, fault) = invocation.firstFault {
            throw InferenceError(.unusableRecord(index: count + index, fault))
        }
        count += invocation.records.count
        records = invocation.records[...]
        if writer == nil, !records.isEmpty {
            writer = AnswerWriter(plan.encoder, shape: .wrapped, width: plan.width(records, k: k))
        }
    }
}
