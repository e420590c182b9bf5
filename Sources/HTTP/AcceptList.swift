/// The media ranges of an Accept field with their weights (RFC 9110 section 12.5.1).
public struct AcceptList: Sendable, Equatable {
    /// A media range such as `text/*;q=0.5`.
    public struct Range: Sendable, Equatable {
        /// Without the weight.
        public var media: MediaType
        /// In thousandths, 0 to 1,000; 0 means not acceptable.
        public var weight: Int

        /// How exactly the range names a type; the higher one decides.
        fileprivate var specificity: Int {
            if media.type == "*" { return 0 }
            if media.subtype == "*" { return 1 }
            return 2 + media.parameters.count
        }

        fileprivate func covers(_ offer: MediaType) -> Bool {
            guard media.type == "*" || media.type == offer.type else { return false }
            guard media.subtype == "*" || media.subtype == offer.subtype else { return false }
            return media.parameters.allSatisfy { wanted in
                offer[wanted.name]?.lowercased() == wanted.value.lowercased()
            }
        }
    }

    /// In the order of the field; empty when anything is welcome.
    public var ranges: [Range]

    /// Parses a field value; absent, empty or without one readable range it means that anything is welcome.
    ///
    /// A malformed element is passed over, since clients send many.
    public init(_ field: String?) {
        ranges = []
        guard let field else { return }
        var scanner = FieldScanner(field)
        while !scanner.isAtEnd {
            var element = scanner
            if let media = element.mediaType(), element.isAtElementEnd, let range = Self.range(media) {
                ranges.append(range)
            }
            scanner.skipElement()
        }
    }

    /// The weight of a type in thousandths: that of the most specific range that covers it, 0 when none does.
    public func weight(of offer: MediaType) -> Int {
        if ranges.isEmpty { return 1_000 }
        let covering = ranges.filter { $0.covers(offer) }
        return covering.max { $0.specificity < $1.specificity }?.weight ?? 0
    }

    /// The offer of the highest weight, the earlier one of equals; nil when none is acceptable.
    public func best(of offers: [MediaType]) -> MediaType? {
        var best: (offer: MediaType, weight: Int)?
        for offer in offers {
            let weight = weight(of: offer)
            if weight > best?.weight ?? 0 { best = (offer, weight) }
        }
        return best?.offer
    }

    private static func range(_ media: MediaType) -> Range? {
        if media.type == "*", media.subtype != "*" { return nil }
        guard let index = media.parameters.firstIndex(where: { $0.name == "q" }) else {
            return Range(media: media, weight: 1_000)
        }
        guard let weight = weight(media.parameters[index].value) else { return nil }
        var plain = media
        // What follows the weight are extensions of Accept, not parameters of the type.
        plain.parameters.removeSubrange(index...)
        return Range(media: plain, weight: weight)
    }

    /// `qvalue`, 0 to 1 with up to three decimals, in thousandths (RFC 9110 section 12.4.2).
    private static func weight(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard let first = bytes.first.flatMap(ByteClass.digit), first <= 1, bytes.count <= 5 else { return nil }
        if bytes.count > 1, bytes[1] != UInt8(ascii: ".") { return nil }
        var weight = first * 1_000
        var place = 100
        for byte in bytes.dropFirst(2) {
            guard let digit = ByteClass.digit(byte) else { return nil }
            weight += digit * place
            place /= 10
        }
        return weight <= 1_000 ? weight : nil
    }
}
