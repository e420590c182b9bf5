import HTTP

/// How the body of a request is to be read, by its Content-Type.
struct RequestFormat: Sendable, Equatable {
    /// Whether the first record of a CSV text is a header.
    enum Header: Sendable, Equatable {
        case present
        case absent
        /// It is one when a field of it is the name of a text field.
        case detected
    }

    /// The kind of body.
    enum Kind: Sendable, Equatable {
        case json
        case jsonLines
        /// `labels` columns stand before the text when there is no header.
        case csv(Header, labels: Int)
        case plainText
    }

    /// The most label columns that `label_size` may announce.
    private static let maximumLabels = 100

    let kind: Kind
    let encoding: TextEncoding

    /// Whether line ends in double quotes end no record.
    var isCSV: Bool {
        if case .csv = kind { true } else { false }
    }

    /// Whether each line is a record by itself.
    var isLines: Bool { kind == .jsonLines || kind == .plainText }

    /// The format that a Content-Type names.
    ///
    /// Without one a body that begins with `{` or `[` is JSON, and any other is plain text.
    init(contentType: String?, body: [UInt8]) throws(InferenceError) {
        switch contentType {
        case "application/json": self.init(.json)
        case nil, "": self.init(Self.looksLikeJSON(body) ? .json : .plainText)
        case let text?:
            guard let media = MediaType(parsing: text) else { throw InferenceError(.unsupportedContentType(text)) }
            try self.init(media)
        }
    }

    private init(_ kind: Kind, _ encoding: TextEncoding = .utf8) {
        self.kind = kind
        self.encoding = encoding
    }

    private init(_ media: MediaType) throws(InferenceError) {
        let encoding = try Self.encoding(media)
        switch BodyType(essence: media.essence) {
        case .json: self.init(.json, encoding)
        case .jsonLines: self.init(.jsonLines, encoding)
        case .csv: self.init(.csv(try Self.header(media), labels: try Self.labels(media)), encoding)
        case .plainText: self.init(.plainText, encoding)
        case nil: throw InferenceError(.unsupportedContentType(media.essence))
        }
    }

    private static func encoding(_ media: MediaType) throws(InferenceError) -> TextEncoding {
        guard let charset = media["charset"] else { return .utf8 }
        guard let encoding = TextEncoding(charset: charset) else { throw InferenceError(.unsupportedCharset(charset)) }
        return encoding
    }

    private static func header(_ media: MediaType) throws(InferenceError) -> Header {
        switch media["header"]?.lowercased() {
        case nil: return .detected
        case "present", "true": return .present
        case "absent", "false": return .absent
        default: throw InferenceError(.invalidContentTypeParameter(name: "header", allowed: "present or absent"))
        }
    }

    private static func labels(_ media: MediaType) throws(InferenceError) -> Int {
        guard let text = media["label_size"] else { return 0 }
        guard let count = Int(text), (0...maximumLabels).contains(count) else {
            throw InferenceError(
                .invalidContentTypeParameter(name: "label_size", allowed: "a number from 0 to \(maximumLabels)")
            )
        }
        return count
    }

    private static func looksLikeJSON(_ body: [UInt8]) -> Bool {
        let text = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body[...]
        let first = text.first { $0 > UInt8(ascii: " ") }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}
