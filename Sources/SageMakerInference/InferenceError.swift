public import CSV
public import JSON

/// Why a request cannot be answered.
public struct InferenceError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The fault.
    public enum Kind: Sendable, Equatable {
        /// A media type that no decoder reads.
        case unsupportedContentType(String)
        /// A charset that cannot be turned into UTF-8.
        case unsupportedCharset(String)
        /// A parameter of Content-Type with an impossible value.
        case invalidContentTypeParameter(name: String, allowed: String)
        /// An Accept field without a type that can be written.
        case notAcceptable(String)
        /// No byte, or only blank lines.
        case emptyBody
        /// The whole body is no JSON.
        case invalidJSON(JSONError)
        /// JSON of a kind that can hold no record.
        case unexpectedJSON(found: String)
        /// A CSV header that cannot be read.
        case invalidCSV(CSVError)
        /// A CSV header without a known name.
        case noTextColumn(lookedFor: [String], found: [String])
        /// A record, counted from 0, without a usable text, in real time.
        case unusableRecord(index: Int, RecordFault)
        /// More records than `InvocationLimits` allows.
        case tooManyRecords(limit: Int)
        /// A record of a streamed body without an end within the limit, in bytes.
        case recordTooLong(limit: Int)
        /// A streamed body that is one document and longer than the limit, in bytes.
        case documentTooLong(limit: Int)
        /// The disk has no room for an answer that is kept until its request has come.
        case noRoomForAnswer
        /// The client is gone or too slow, or its body is malformed.
        case connectionFailed
        /// A number of classes that is none.
        case invalidTopK(name: String)
        /// A wish for explanations that is neither a truth value nor a number of terms.
        case invalidExplain(name: String, limit: Int)
        /// A path that nothing answers.
        case notFound
        /// A method that the path does not answer.
        case methodNotAllowed(allowed: String)
        /// The model is being loaded.
        case modelNotReady
        /// The model could not be loaded.
        case modelUnavailable
        /// No model of this name is loaded.
        case modelNotFound
        /// A model of this name is loaded, or is being loaded or unloaded.
        case modelAlreadyLoaded
        /// The models' budget has no room; in bytes.
        case modelMemory(needed: Int, free: Int)
        /// The folder to load from is absent or holds no model.
        case modelFolderNotFound
        /// The model file cannot be used; the text says why.
        case modelUnusable(String)
        /// A name that is empty, too long, or holds `..` or control characters.
        case invalidModelName(limit: Int)
        /// A path from which no model may be loaded.
        case invalidModelURL
        /// A request to load without one of its two strings.
        case missingModelField(String)
        /// A number of models on a page that is out of range.
        case invalidPageLimit(limit: Int)
        /// A record of feedback, counted from 0, that can't be used; the text says why.
        case unusableFeedback(index: Int, String)
        /// More bytes of feedback than are taken at once.
        case feedbackTooLong(limit: Int)
        /// The folder of feedback holds as many files as it may.
        case feedbackFull(files: Int)
        /// Feedback can't be written to its folder.
        case feedbackNotWritten
        /// The classifier lost or added an answer.
        case answerCount(found: Int, expected: Int)
    }

    /// What is wrong.
    public let kind: Kind

    /// Creates an error of a kind.
    public init(_ kind: Kind) {
        self.kind = kind
    }

    /// What is wrong, where, and what to do; safe to show to a client.
    public var description: String {
        switch kind {
        case .unsupportedContentType(let type):
            "Content-Type \"\(type.prefix(100))\" is not supported; send one of "
                + BodyType.names.joined(separator: ", ")
        case .unsupportedCharset(let name):
            "charset \"\(name.prefix(40))\" is not supported; send utf-8, iso-8859-1 or windows-1252"
        case .invalidContentTypeParameter(let name, let allowed):
            "the parameter \"\(name)\" of Content-Type must be \(allowed)"
        case .notAcceptable(let accept):
            "no type of Accept \"\(accept.prefix(100))\" can be given; ask for one of "
                + BodyType.names.joined(separator: ", ")
        case .emptyBody: "the body holds no record; send at least one"
        case .invalidJSON(let error): error.description
        case .invalidCSV(let error): error.description
        case .unexpectedJSON(let found):
            "the body must be {\"instances\":[...]}, an array of records, or one record, found \(found)"
        case .noTextColumn(let lookedFor, let found):
            "the CSV header names no column of text; \(RecordFault.search(for: lookedFor, found: found))"
        case .unusableRecord(let index, let fault): "record \(index) (counted from 0): \(fault)"
        case .tooManyRecords(let limit): "a request may hold at most \(limit) records; send several requests"
        case .recordTooLong(let limit): "a record may have at most \(limit) bytes; end each record by a newline"
        case .documentTooLong(let limit):
            "a JSON document may have at most \(limit) bytes; send application/jsonlines or text/csv, which have no limit"
        case .noRoomForAnswer: "the disk has no room for the answer; send fewer records at a time"
        case .connectionFailed: "the rest of the body did not come; send the request again"
        case .invalidTopK(let name): "\(name) must be a whole number of at least 1"
        case .invalidExplain(let name, let limit):
            "\(name) must be true, false, or a number of terms from 1 to \(limit)"
        case .notFound: "no such path; see /ping, /invocations, /execution-parameters and /metrics"
        case .methodNotAllowed(let allowed): "this path answers \(allowed) only"
        case .modelNotReady: "the model is still being loaded; try again when /ping answers 200"
        case .modelUnavailable: "the model could not be loaded; see the log of the container"
        case .modelNotFound: "no model of this name is loaded; load it by POST /models first"
        case .modelAlreadyLoaded: "a model of this name is loaded already; unload it by DELETE first"
        case .modelMemory(let needed, let free):
            "the model takes \(needed >> 20) MiB, but only \(free >> 20) MiB are free for models; unload others first"
        case .modelFolderNotFound: "url names no folder with a model; check the path"
        case .modelUnusable(let reason): reason
        case .invalidModelName(let limit):
            "a model's name must have 1 to \(limit) bytes without control characters and without \"..\""
        case .invalidModelURL: "url must be the absolute path of a model's folder, outside /dev, /proc and /sys"
        case .missingModelField(let key): "the body must be an object with the string \"\(key)\""
        case .invalidPageLimit(let limit): "limit must be a whole number from 1 to \(limit)"
        case .unusableFeedback(let index, let reason):
            "record \(index) (counted from 0): \(reason); send {\"text\":\"...\",\"label\":\"the right label\"}"
        case .feedbackTooLong(let limit): "feedback may have at most \(limit) bytes; send fewer records at a time"
        case .feedbackFull(let files):
            "the feedback folder holds \(files) files, which is its limit; nothing was kept, take files away and send it again"
        case .feedbackNotWritten:
            "the feedback could not be written, and nothing of it was kept; check the folder and its disk, then send it again"
        case .answerCount(let found, let expected):
            "the classifier gave \(found) answers for \(expected) texts; this is a fault of the server"
        }
    }
}
