/// Runs the cleaning steps that the parameters ask for and that a message needs.
struct TextCleaner: Sendable {
    /// The steps, in their order.
    enum Step: String, CaseIterable, Sendable {
        case decode
        case html
        case quotes
        case signature
        case mask
    }

    let steps: [Step]
    let dropsQuotes: Bool

    /// Creates a cleaner of the steps that the parameters switch on.
    init(_ parameters: AnalyzerParameters) {
        dropsQuotes = parameters.cleanQuotes
        steps = Step.allCases.filter { step in
            switch step {
            case .decode: true
            case .html: parameters.cleanHTML
            case .quotes: parameters.cleanQuotes
            case .signature: parameters.cleanSignatures
            case .mask: parameters.maskEntities
            }
        }
    }

    /// Cleans a text and leaves it in the buffer's `text`.
    func clean(_ text: String, with buffer: inout AnalysisBuffer) {
        buffer.text.removeAll(keepingCapacity: true)
        // A native string is copied as a whole, without a look at its storage for each part.
        let isCopied: Void? = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
            unsafe buffer.text.append(contentsOf: bytes)
        }
        if isCopied == nil { buffer.text.append(contentsOf: text.utf8) }
        clean(&buffer.text, &buffer.output) { _, _ in }
    }

    /// Cleans the text in `text` with `output` as its other buffer; calls `observe` after each step that ran.
    @inline(__always)
    func clean(_ text: inout [UInt8], _ output: inout [UInt8], observe: (Step, [UInt8]) -> Void) {
        var traits = ByteTraits(of: text.span)
        for step in steps where isNeeded(step, for: traits) {
            output.removeAll(keepingCapacity: true)
            apply(step, to: text.span, into: &output)
            swap(&text, &output)
            if step == .html { repair(&text, &output) }
            traits = ByteTraits(of: text.span)
            observe(step, text)
        }
    }

    func isNeeded(_ step: Step, for traits: ByteTraits) -> Bool {
        switch step {
        case .decode: !traits.isDisjoint(with: [.irregular, .equalsSign])
        case .html: traits.contains(.markup)
        case .quotes, .signature: traits.contains(.lineFeed)
        case .mask: !traits.isDisjoint(with: [.entity, .doubleW])
        }
    }

    private func apply(_ step: Step, to text: borrowing Span<UInt8>, into output: inout [UInt8]) {
        switch step {
        case .decode: decode(text, into: &output)
        case .html: HTMLStripper.apply(to: text, into: &output, dropsQuotes: dropsQuotes)
        case .quotes: QuoteRemover.apply(to: text, into: &output)
        case .signature: SignatureRemover.apply(to: text, into: &output)
        case .mask: EntityMasker.apply(to: text, into: &output)
        }
    }

    private func decode(_ text: borrowing Span<UInt8>, into output: inout [UInt8]) {
        guard ByteTraits(of: text).contains(.equalsSign) else {
            return CharacterRepair.apply(to: text, into: &output)
        }
        var decoded: [UInt8] = []
        QuotedPrintable.apply(to: text, into: &decoded)
        CharacterRepair.apply(to: decoded.span, into: &output)
    }

    /// References such as `&nbsp;` and `&shy;` bring in characters that the first step has seen to elsewhere.
    private func repair(_ text: inout [UInt8], _ output: inout [UInt8]) {
        guard ByteTraits(of: text.span).contains(.irregular) else { return }
        output.removeAll(keepingCapacity: true)
        CharacterRepair.apply(to: text.span, into: &output)
        swap(&text, &output)
    }
}
