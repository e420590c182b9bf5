/// A media type with its parameters, such as `text/csv; charset=utf-8` (RFC 9110 section 8.3.1).
public struct MediaType: Hashable, Sendable, CustomStringConvertible {
    /// A parameter; its name is in lower case.
    public struct Parameter: Hashable, Sendable {
        /// In lower case.
        public var name: String
        /// Without quotes.
        public var value: String

        /// Creates a parameter.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// In lower case; `*` in a range of an Accept field.
    public var type: String
    /// In lower case; `*` in a range of an Accept field.
    public var subtype: String
    /// In the order of the field.
    public var parameters: [Parameter]

    /// Creates a media type from its parts, given in lower case.
    public init(_ type: String, _ subtype: String, parameters: [Parameter] = []) {
        self.type = type
        self.subtype = subtype
        self.parameters = parameters
    }

    /// Parses a media type; nil when `text` is none.
    public init?(parsing text: String) {
        var scanner = FieldScanner(text)
        guard let parsed = scanner.mediaType(), scanner.isAtEnd else { return nil }
        self = parsed
    }

    /// `type/subtype` without parameters.
    public var essence: String { "\(type)/\(subtype)" }

    /// The value of the first parameter `name`, which is given in lower case.
    public subscript(name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// The media type as a field value; values that are no tokens are quoted.
    public var description: String {
        parameters.reduce(essence) { "\($0); \($1.name)=\(FieldScanner.quotedIfNeeded($1.value))" }
    }
}
