import HTTP

/// Answers one request whose body, or whose answer, does not have to be in memory as a whole.
struct StreamedInvocation {
    /// Records that are classified between two pieces of an answer.
    private static let recordsInPiece = 512

    let handler: InvocationHandler
    let model: ServedModel

    /// Answers a request that came whole; its body is decoded at once, its answer is written in pieces.
    func respond(to request: HTTPRequest, over answer: inout StreamedAnswer) throws(InferenceError) {
        if handler.environment.isBatch, request.body.isEmpty {
            return try answer.send(HTTPResponse(status: .noContent))
        }
        let (plan, invocation) = try handler.decode(request, model: model)
        guard invocation.records.count > Self.recordsInPiece else {
            return try answer.send(try handler.respond(to: invocation, plan))
        }
        var writer = AnswerWriter(plan.encoder, shape: invocation.shape)
        let k = plan.topK(of: invocation)
        try answer.begin(plan.format)
        for start in stride(from: 0, to: invocation.records.count, by: Self.recordsInPiece) {
            let end = min(start + Self.recordsInPiece, invocation.records.count)
            try answer.write(writer.slice(try plan.answers(to: invocation.records[start..<end], k: k)))
        }
        try answer.write(writer.end())
    }

    /// Answers a request whose body is still coming; only lines and CSV can be taken in slices.
    func respond(toHead head: HTTPRequest, over answer: inout StreamedAnswer) throws(InferenceError) {
        var request = head
        let plan = try plan(&request, over: &answer)
        guard let plan else {
            return try respond(to: request, over: &answer)
        }
        var slicer = RecordSlicer(hasQuotes: plan.requested.isCSV, limits: handler.limits)
        slicer.append(request.body)
        request.body = []
        var slices = SlicedAnswers(plan: plan, refusesFaults: !handler.environment.isBatch)
        while true {
            while let slice = try slicer.next() { try slices.answer(slice) }
            guard let piece = try answer.read() else { break }
            slicer.append(piece)
        }
        try slices.answer(slicer.rest())
        try slices.send(to: &answer)
    }

    /// Reads the beginning of the body, and all of it when it is short or one document, which has no plan.
    private func plan(
        _ request: inout HTTPRequest,
        over answer: inout StreamedAnswer
    ) throws(InferenceError) -> InvocationPlan? {
        while request.body.count < handler.limits.sliceBytes {
            guard let piece = try answer.read() else { return nil }
            request.body += piece
        }
        let plan = try handler.plan(request, model: model)
        if plan.requested.kind != .json { return plan }
        while let piece = try answer.read() {
            request.body += piece
            let limit = handler.limits.streamedDocumentBytes
            guard request.body.count <= limit else { throw InferenceError(.documentTooLong(limit: limit)) }
        }
        return nil
    }
}

/// The answers to the slices of one request, kept until it has been read.
private struct SlicedAnswers: ~Copyable {
    private let plan: InvocationPlan
    private let refusesFaults: Bool
    private var decoder: SliceDecoder
    private var writer: AnswerWriter
    private var spool = AnswerSpool()
    private var count = 0

    init(plan: InvocationPlan, refusesFaults: Bool) {
        self.plan = plan
        self.refusesFaults = refusesFaults
        decoder = SliceDecoder(plan.decoder, format: plan.requested)
        writer = AnswerWriter(plan.encoder, shape: .wrapped)
    }

    mutating func answer(_ slice: [UInt8]) throws(InferenceError) {
        let invocation = Invocation(records: try decoder.records(slice))
        if refusesFaults, let (index, fault) = invocation.firstFault {
            throw InferenceError(.unusableRecord(index: count + index, fault))
        }
        count += invocation.records.count
        try spool.append(writer.slice(try plan.answers(to: invocation.records, k: plan.topK(of: invocation))))
    }

    consuming func send(to answer: inout StreamedAnswer) throws(InferenceError) {
        guard count > 0 else { throw InferenceError(.emptyBody) }
        try spool.append(writer.end())
        try answer.begin(plan.format)
        try spool.drain { (piece) throws(InferenceError) in try answer.write(piece) }
    }
}
