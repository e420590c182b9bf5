import BinaryFiles

/// Compiles a front-coded dictionary into a lexicon file; runs once, when the image or the checkout is built.
public struct LexiconCompiler {
    private let language: Language
    /// Forms in the order of the dictionary, in lower case, each once.
    private var forms: [[UInt8]] = []
    private var lemmas: [[UInt8]: [UInt8]] = [:]
    private var lemmaCounts: [[UInt8]: Int] = [:]
    /// The words that are the lemma of another form.
    private var lemmasOfOthers: Set<[UInt8]> = []

    /// The bytes of a lexicon file for the decompressed bytes of a dictionary in the format `SMFC1`.
    ///
    /// `location` is the dictionary's name, for errors.
    public static func compile(
        dictionary: [UInt8],
        language: Language,
        location: String
    ) throws(TextAnalysisError) -> [UInt8] {
        let entries = try FrontCodedDictionary.entries(of: dictionary, location: location)
        return try compile(entries, language: language, location: location)
    }

    /// The bytes of a lexicon file for forms and their lemmas.
    static func compile(
        _ entries: [FrontCodedDictionary.Entry],
        language: Language,
        location: String
    ) throws(TextAnalysisError) -> [UInt8] {
        try LexiconCompiler(entries, language: language).encode(location: location)
    }

    private init(_ entries: [FrontCodedDictionary.Entry], language: Language) {
        self.language = language
        let lowercased = entries.map { Letters.lowercased($0.form) }
        // A form that is in the dictionary in lower case wins over one that has capitals.
        for (entry, form) in zip(entries, lowercased) where entry.form == form { add(entry, as: form) }
        for (entry, form) in zip(entries, lowercased) where lemmas[form] == nil { add(entry, as: form) }
        for entry in entries where entry.form != entry.lemma { lemmasOfOthers.insert(Letters.lowercased(entry.lemma)) }
    }

    private mutating func add(_ entry: FrontCodedDictionary.Entry, as form: [UInt8]) {
        guard (1...255).contains(form.count), lemmas[form] == nil else { return }
        let lemma = Letters.lowercased(entry.lemma)
        guard (1...255).contains(lemma.count) else { return }
        forms.append(form)
        lemmas[form] = lemma
        lemmaCounts[lemma, default: 0] += 1
    }

    private func encode(location: String) throws(TextAnalysisError) -> [UInt8] {
        var records: [UInt8] = []
        var offsets: [[UInt8]: Int] = [:]
        for form in formsByLemma {
            offsets[form] = records.count
            append(form, to: &records)
        }
        let slots = Self.slots(keys: forms.map { ($0, offsets[$0, default: 0]) })
        let draft = assemble(slots: slots, accentSlots: [], records: records)
        let lemmatizer = Lemmatizer(lexicon: try Lexicon(bytes: draft, location: location))
        let chosen = accentedForms(lemmatizer).map { ($0.key, offsets[$0.value, default: 0]) }
        return assemble(slots: slots, accentSlots: Self.slots(keys: chosen), records: records)
    }

    /// The forms, those of a lemma together, since who reads all of them asks about each lemma.
    private var formsByLemma: [[UInt8]] {
        var groups = ByteTable()
        var forms: [[[UInt8]]] = []
        for form in self.forms {
            let lemma = lemmas[form, default: form]
            let group = groups.insert(lemma.span)
            if group == forms.count { forms.append([]) }
            forms[group].append(form)
        }
        return forms.flatMap(\.self)
    }

    private func append(_ form: [UInt8], to records: inout [UInt8]) {
        let lemma = lemmas[form, default: form]
        let shared = zip(form, lemma).prefix { $0 == $1 }.count
        let ending = lemma.dropFirst(shared)
        records.append(UInt8(truncatingIfNeeded: form.count))
        records.append(lemmasOfOthers.contains(form) ? 1 : 0)
        records.append(UInt8(truncatingIfNeeded: form.count - shared))
        records.append(UInt8(truncatingIfNeeded: ending.count))
        records.append(contentsOf: form)
        records.append(contentsOf: ending)
    }

    /// For each accentless spelling the form whose lemma is the commonest; of equals the one that sorts first.
    private func accentedForms(_ lemmatizer: Lemmatizer) -> [(key: [UInt8], value: [UInt8])] {
        var best: [[UInt8]: (form: [UInt8], lemma: [UInt8])] = [:]
        var order: [[UInt8]] = []
        for form in forms {
            let key = Letters.folded(form)
            guard key != form else { continue }
            let lemma = lemmatizer.lemma(of: form)
            guard let rival = best[key] else {
                best[key] = (form, lemma)
                order.append(key)
                continue
            }
            let count = lemmaCounts[lemma, default: 0]
            let rivalCount = lemmaCounts[rival.lemma, default: 0]
            let winsTie = count == rivalCount && lemma.lexicographicallyPrecedes(rival.lemma)
            if count > rivalCount || winsTie { best[key] = (form, lemma) }
        }
        return order.compactMap { key in best[key].map { (key, $0.form) } }
    }

    /// An open hash table of offsets, two thirds full.
    private static func slots(keys: [([UInt8], Int)]) -> [UInt32] {
        var slots = [UInt32](repeating: 0, count: keys.count * 3 / 2 + 1)
        for (key, offset) in keys {
            var slot = LexiconFormat.firstSlot(of: ByteHash.of(key.span), among: slots.count)
            while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
            slots[slot] = UInt32(truncatingIfNeeded: offset + 1)
        }
        return slots
    }

    private func assemble(slots: [UInt32], accentSlots: [UInt32], records: [UInt8]) -> [UInt8] {
        var payload: [UInt8] = []
        payload.reserveCapacity(4 * (slots.count + accentSlots.count) + records.count)
        for slot in slots { payload.appendLittleEndian(slot) }
        for slot in accentSlots { payload.appendLittleEndian(slot) }
        payload.append(contentsOf: records)
        let format = LexiconFormat(
            language: language,
            entryCount: forms.count,
            slotCount: slots.count,
            accentSlotCount: accentSlots.count,
            recordLength: records.count,
            payloadChecksum: CRC32.checksum(of: payload.span)
        )
        return format.encoded() + payload
    }
}
