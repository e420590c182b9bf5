/// A cleaned text with the way back to the original.
struct TracedText {
    private(set) var bytes: [UInt8]
    /// For each step that ran where its output came from, the first step first.
    private var maps: [OffsetMap] = []

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Runs a step on the text.
    mutating func run(_ step: (borrowing Span<UInt8>, inout [UInt8], inout OffsetMap) -> Void) {
        var output: [UInt8] = []
        var map = OffsetMap()
        output.reserveCapacity(bytes.count)
        step(bytes.span, &output, &map)
        bytes = output
        maps.append(map)
    }

    /// The range of the original that a range of the cleaned text came from; nil when it cannot be told.
    func source(of range: Range<Int>) -> Range<Int>? {
        var range = range
        for map in maps.reversed() {
            guard let source = map.source(of: range) else { return nil }
            range = source
        }
        return range
    }
}

extension TextCleaner {
    /// Cleans a text as `clean` does and keeps the way back; several times as much work.
    func trace(_ text: String) -> TracedText {
        var traced = TracedText(text)
        var traits = ByteTraits(of: traced.bytes.span)
        for step in steps where isNeeded(step, for: traits) {
            trace(step, traits, &traced)
            traits = ByteTraits(of: traced.bytes.span)
            if step == .html, traits.contains(.irregular) {
                traced.run { CharacterRepair.apply(to: $0, into: &$1, tracing: &$2) }
                traits = ByteTraits(of: traced.bytes.span)
            }
        }
        return traced
    }

    private func trace(_ step: Step, _ traits: ByteTraits, _ traced: inout TracedText) {
        switch step {
        case .decode:
            if traits.contains(.equalsSign) {
                traced.run { QuotedPrintable.apply(to: $0, into: &$1, tracing: &$2) }
            }
            traced.run { CharacterRepair.apply(to: $0, into: &$1, tracing: &$2) }
        case .html:
            traced.run { text, output, map in
                var found: OffsetMap? = map
                HTMLStripper.apply(to: text, into: &output, dropsQuotes: dropsQuotes, tracing: &found)
                map = found ?? map
            }
        case .quotes:
            traced.run { text, output, map in
                QuoteRemover.apply(to: text, into: &output) { map.note($0, became: $1) }
            }
        case .signature:
            // What is left is the beginning of the text.
            traced.run { text, output, map in
                SignatureRemover.apply(to: text, into: &output)
                map.note(0..<output.count, became: 0..<output.count)
            }
        case .mask:
            traced.run { text, output, map in
                EntityMasker.apply(to: text, into: &output) { map.note($0, became: $1) }
            }
        }
    }
}
