/// The names and values of a query, `a=1&b=two+words`, decoded (the form encoding of the URL standard).
public struct QueryParameters: Sendable, Equatable {
    /// One pair; a name without an equals sign has the empty value.
    public struct Pair: Sendable, Equatable {
        /// Decoded.
        public var name: String
        /// Decoded.
        public var value: String
    }

    /// In the order of the query.
    public var pairs: [Pair]

    /// Parses the query of a request; a pair with a malformed escape is passed over.
    public init(_ query: String?) {
        pairs = (query ?? "").utf8.split(separator: UInt8(ascii: "&")).compactMap { part in
            let sides = part.split(separator: ByteClass.equals, maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(Array(sides[0]), plusIsSpace: true) else { return nil }
            let encoded = sides.count > 1 ? Array(sides[1]) : []
            guard let value = PercentCoding.decode(encoded, plusIsSpace: true) else { return nil }
            return Pair(name: name, value: value)
        }
    }

    /// The first value of `name`.
    public subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }

    /// All values of `name`, in order.
    public func values(of name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }
}
