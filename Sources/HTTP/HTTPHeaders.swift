/// The field lines of a message in their order; names compare without case (RFC 9110 section 5.1).
///
/// All names and values lie in one buffer, so reading a message costs no allocation for each field;
/// strings are made when they are asked for.
public struct HTTPHeaders: Sendable, ExpressibleByDictionaryLiteral {
    /// One field line.
    public struct Field: Sendable, Equatable {
        /// As it was written.
        public var name: String
        /// Without white space at its ends.
        public var value: String

        /// Creates a field line.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Where name and value of a field lie in the buffer.
    struct Location: Sendable {
        var name: Range<Int>
        var value: Range<Int>
    }

    private(set) var bytes: [UInt8]
    private(set) var locations: [Location]

    /// Takes over a message head and the places of its fields, all inside `bytes`.
    init(bytes: consuming [UInt8], locations: consuming [Location]) {
        self.bytes = bytes
        self.locations = locations
    }

    /// Creates fields from a literal; the order stays.
    public init(dictionaryLiteral elements: (String, String)...) {
        bytes = []
        locations = []
        for (name, value) in elements {
            append(name, value)
        }
    }

    /// The number of field lines.
    public var count: Int { locations.count }

    /// The field lines as strings, made anew at each call.
    public var fields: [Field] {
        locations.map { Field(name: string(in: $0.name), value: string(in: $0.value)) }
    }

    /// The value of the field `name`; several lines are joined by a comma (RFC 9110 section 5.2).
    ///
    /// Complexity: O(number of fields).
    public subscript(name: String) -> String? {
        var joined: String?
        for location in locations where bytes.equalsIgnoringCase(name, in: location.name) {
            let value = string(in: location.value)
            joined = joined.map { $0 + ", " + value } ?? value
        }
        return joined
    }

    /// Appends a field line.
    public mutating func append(_ name: String, _ value: String) {
        let nameStart = bytes.count
        bytes.append(contentsOf: name.utf8)
        let valueStart = bytes.count
        bytes.append(contentsOf: value.utf8)
        locations.append(Location(name: nameStart..<valueStart, value: valueStart..<bytes.count))
    }

    private func string(in range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

extension HTTPHeaders: Equatable {
    /// Whether both hold the same lines in the same order; names compare without case.
    public static func == (left: HTTPHeaders, right: HTTPHeaders) -> Bool {
        left.fields.elementsEqual(right.fields) { $0.name.lowercased() == $1.name.lowercased() && $0.value == $1.value }
    }
}
