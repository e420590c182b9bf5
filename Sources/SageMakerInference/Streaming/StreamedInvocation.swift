import HTTP
import JSON

/// Answers one request whose body, or whose answer, does not have to be in memory as a whole.
struct StreamedInvocation {
    let handler: InvocationHandler
    let model: ServedModel

    /// Answers a request that came whole; its answer is written in pieces.
    func respond(to request: HTTPRequest, over answer: inout StreamedAnswer) throws(InferenceError) {
        if handler.environment.isBatch, request.body.isEmpty {
            return try answer.send(HTTPResponse(status: .noContent))
        }
        let plan = try handler.plan(request, model: model)
        let (invocation, lines) = try beginning(of: request.body, plan)
        guard lines != nil || invocation.records.count > AnswerPiece.records else {
            return try answer.send(try handler.respond(to: invocation, plan))
        }
        var pieces = AnswerPieces(invocation, lines: lines, plan: plan)
        try answer.begin(plan.format)
        try pipeline(plan).run(
            windowBytes: windowBytes,
            next: { () throws(InferenceError) in pieces.next() },
            take: { (output) throws(InferenceError) in try answer.write(counted(output)) }
        )
        try answer.write(pieces.end)
    }

    /// Answers a request whose body is still coming; only lines and CSV can be taken in slices.
    func respond(toHead head: HTTPRequest, over answer: inout StreamedAnswer) throws(InferenceError) {
        var request = head
        let plan = try plan(&request, over: &answer)
        guard let plan else {
            return try respond(to: request, over: &answer)
        }
        var pieces = SlicedPieces(request.body, plan: plan, handler: handler)
        request.body = []
        // Kept until the request has been read.
        var spool = AnswerSpool()
        try pipeline(plan).run(
            windowBytes: windowBytes,
            next: { () throws(InferenceError) in
                try pieces.next { () throws(InferenceError) in try answer.read() }
            },
            take: { (output) throws(InferenceError) in try spool.append(counted(output)) }
        )
        try spool.append(try pieces.end())
        try answer.begin(plan.format)
        try spool.drain { (piece) throws(InferenceError) in try answer.write(piece) }
    }

    /// The records of a body, and the lines after them that the threads are to read.
    ///
    /// In batch each line is a record whatever it holds, so the first piece is enough to begin with. Elsewhere one bad
    /// record refuses the request, and in CSV a row can change how the rows after it are read.
    private func beginning(
        of body: [UInt8],
        _ plan: InvocationPlan
    ) throws(InferenceError) -> (invocation: Invocation, lines: JSONLines?) {
        guard handler.environment.isBatch, plan.requested.isLines else {
            let invocation = try plan.decoder.decode(body, as: plan.requested)
            try handler.requireUsable(invocation)
            return (invocation, nil)
        }
        var lines = JSONLines(plan.requested.encoding.utf8(body))
        try plan.decoder.requireRoom(for: lines.count)
        guard let first = lines.split(count: AnswerPiece.records, byteCount: .max) else {
            throw InferenceError(.emptyBody)
        }
        let invocation = try plan.decoder.decode(first, as: plan.requested)
        return (invocation, lines.byteCount > 0 ? lines : nil)
    }

    private func pipeline(
        _ plan: InvocationPlan
    ) -> OrderedPipeline<AnswerPiece, Result<AnswerPiece.Output, InferenceError>> {
        OrderedPipeline(budget: handler.threads) { $0.output(plan) }
    }

    /// As many bytes as the usual window has at most; records that are longer make it short.
    private var windowBytes: Int { 2 * handler.threads.threads * AnswerPiece.bytes }

    /// The bytes of a piece, whose answers are counted now, in the order of the request.
    private func counted(_ output: Result<AnswerPiece.Output, InferenceError>) throws(InferenceError) -> [UInt8] {
        let output = try output.get()
        model.metrics.count(output.observed)
        return output.bytes
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
