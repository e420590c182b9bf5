public import HTTP

/// How an answer is written.
public struct AnswerFormat: Sendable, Equatable {
    /// The kind of body.
    public let kind: BodyType
    /// Whether BlazingText's keys `label` and `prob` are used, both lists (`application/json;format=blazingtext`).
    public let isBlazingText: Bool
    /// The Content-Type of the answer: the type as it was asked for.
    public let contentType: String

    /// The format of a media type; `nil` when there is none for it.
    public init?(_ media: MediaType) {
        guard let kind = BodyType(essence: media.essence) else { return nil }
        let wantsBlazingText = media["format"]?.lowercased() == "blazingtext"
        self.kind = kind
        isBlazingText = wantsBlazingText && (kind == .json || kind == .jsonLines)
        contentType = Self.contentType(media.essence, kind, isBlazingText: isBlazingText)
    }

    /// JSON is always UTF-8 (RFC 8259 section 8.1); for text the charset must be said.
    private static func contentType(_ essence: String, _ kind: BodyType, isBlazingText: Bool) -> String {
        switch kind {
        case .json, .jsonLines: isBlazingText ? essence + "; format=blazingtext" : essence
        case .csv, .plainText: essence + "; charset=utf-8"
        }
    }
}

extension AnswerFormat {
    static let json = AnswerFormat(.json, "application/json")
    static let jsonLines = AnswerFormat(.jsonLines, "application/jsonlines")
    static let csv = AnswerFormat(.csv, "text/csv; charset=utf-8")
    static let plainText = AnswerFormat(.plainText, "text/plain; charset=utf-8")

    private init(_ kind: BodyType, _ contentType: String) {
        self.kind = kind
        self.contentType = contentType
        isBlazingText = false
    }
}
