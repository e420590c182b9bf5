extension Lexicon {
    /// What the dictionary says of a form.
    struct Entry: Equatable {
        var lemma: [UInt8]
        /// Whether the form is also the lemma of another form.
        var isLemma: Bool
    }

    /// The entry of a form in lower case, or nil when it is unknown; O(1).
    func entry(of form: [UInt8]) -> Entry? {
        withBytes { bytes in
            record(of: form.span, in: bytes).map { Entry(lemma: $0.lemma(in: bytes), isLemma: $0.isLemma) }
        }
    }

    /// What the dictionary maps a lemma on to; `nil` when the lemma is unknown or its own.
    func next(after lemma: [UInt8]) -> [UInt8]? {
        withBytes { bytes in
            guard let record = record(of: lemma.span, in: bytes), !record.isOwnLemma else { return nil }
            return record.lemma(in: bytes)
        }
    }

    /// Whether the dictionary knows a form.
    func contains(_ form: [UInt8]) -> Bool {
        withBytes { record(of: form.span, in: $0) != nil }
    }

    /// For a form without accents the accented one that is meant: `voce` gives `você`.
    func accentedForm(of key: [UInt8]) -> [UInt8]? {
        withBytes { bytes in
            var slot = LexiconFormat.firstSlot(of: ByteHash.of(key.span), among: format.accentSlotCount)
            for _ in 0..<format.accentSlotCount {
                let offset = Int(bytes.littleEndian(at: format.accentSlotsStart + 4 * slot))
                if offset == 0 { return nil }
                guard let record = LexiconRecord(in: bytes, at: format.recordsStart + offset - 1) else { return nil }
                if record.isFolded(key.span, in: bytes) { return record.form(in: bytes) }
                slot = slot + 1 == format.accentSlotCount ? 0 : slot + 1
            }
            return nil
        }
    }

    /// Calls `body` with every record and the bytes that it lies in, in the order of the file; allocates nothing.
    func forEachRecord(_ body: (_ record: LexiconRecord, _ bytes: borrowing Span<UInt8>) -> Void) {
        withBytes { bytes in
            var offset = format.recordsStart
            while let record = LexiconRecord(in: bytes, at: offset) {
                body(record, bytes)
                offset = record.end
            }
        }
    }

    @inline(__always)
    private func record(of form: borrowing Span<UInt8>, in bytes: borrowing Span<UInt8>) -> LexiconRecord? {
        var slot = LexiconFormat.firstSlot(of: ByteHash.of(form), among: format.slotCount)
        for _ in 0..<format.slotCount {
            let offset = Int(bytes.littleEndian(at: format.slotsStart + 4 * slot))
            if offset == 0 { return nil }
            guard let record = LexiconRecord(in: bytes, at: format.recordsStart + offset - 1) else { return nil }
            if record.isForm(form, in: bytes) { return record }
            slot = slot + 1 == format.slotCount ? 0 : slot + 1
        }
        return nil
    }
}
