internal import Dataset

/// Chooses the documents to learn from, step by step: labels, duplicates, long texts, a sample, rare labels, and last
/// the documents to measure with.
///
/// The result depends on the documents, the parameters and the seed only. Documents to measure with get the labels that
/// the rules give, and stay as they are otherwise.
struct DocumentPreparation {
    private let parameters: PreparationParameters
    private let seed: UInt64
    private var documents: LabeledDocuments
    private var validation: LabeledDocuments?
    private var notes: [String] = []

    /// Creates the preparation of documents, and of those of a validation channel if there is one.
    init(
        _ documents: LabeledDocuments,
        validation: LabeledDocuments?,
        parameters: PreparationParameters,
        seed: UInt64
    ) {
        self.documents = documents
        self.validation = validation
        self.parameters = parameters
        self.seed = seed
    }

    /// Takes all steps.
    ///
    /// - Throws: `TrainingError` that names the hyperparameter that leaves nothing, or too few labels.
    consuming func prepared() throws(TrainingError) -> PreparedDocuments {
        try keepLabels()
        try dropDuplicates()
        try dropLongTexts()
        try sample()
        try dropRareLabels()
        try requireTwoLabels()
        splitOff()
        noteWithoutEffect()
        return PreparedDocuments(training: documents, validation: validation, notes: notes)
    }

    private mutating func keepLabels() throws(TrainingError) {
        guard let kept = parameters.keptLabels else { return }
        let found = Set(documents.labels)
        for label in kept where !found.contains(label) {
            notes.append("keep_labels: no document has the label \(TrainingError.quoted(label))")
        }
        try apply(
            LabelRule(kept: Set(kept), other: parameters.otherLabel),
            of: "keep_labels",
            kept.joined(separator: ", ")
        )
    }

    private mutating func dropDuplicates() throws(TrainingError) {
        guard parameters.dropsDuplicates else { return }
        let documents = documents
        var seen = Set<LabeledText>(minimumCapacity: documents.count)
        try keep("drop_duplicates", "true") { index in
            seen.insert(LabeledText(text: documents.texts[index], label: documents.labels[index])).inserted
        }
    }

    private mutating func dropLongTexts() throws(TrainingError) {
        guard let limit = parameters.maxTextLength else { return }
        let lengths = documents.texts.map(\.unicodeScalars.count)
        let most = limit.characters(of: lengths)
        try keep("max_text_length", limit.written) { Double(lengths[$0]) <= most }
    }

    private mutating func sample() throws(TrainingError) {
        guard parameters.sampleFraction < 1 else { return }
        var random = SeededGenerator(seed: seed, stream: Stream.sample.rawValue)
        let count = max(1, Int((Double(documents.count) * parameters.sampleFraction).rounded()))
        let chosen = Set(documents.texts.indices.shuffled(using: &random).prefix(count))
        try keep("sample_fraction", "\(parameters.sampleFraction)", where: chosen.contains)
    }

    private mutating func dropRareLabels() throws(TrainingError) {
        guard parameters.minLabelCount > 1 else { return }
        let rule = LabelRule(
            countOf: documents.labels,
            atLeast: parameters.minLabelCount,
            other: parameters.otherLabel
        )
        try apply(rule, of: "min_label_count", "\(parameters.minLabelCount)")
    }

    private func requireTwoLabels() throws(TrainingError) {
        guard Set(documents.labels).count < 2, let label = documents.labels.first else { return }
        throw TrainingError(.oneClass(label, documents: documents.count), at: "after the labels were prepared")
    }

    private mutating func splitOff() {
        guard parameters.validationFraction > 0 else { return }
        guard validation == nil else {
            notes.append("validation_fraction is passed over, since there is a validation channel")
            return
        }
        let random = SeededGenerator(seed: seed, stream: Stream.split.rawValue)
        let isHeldOut = StratifiedSplit(fraction: parameters.validationFraction).heldOut(of: documents, random: random)
        validation = documents.filter { isHeldOut[$0] }
        documents = documents.filter { !isHeldOut[$0] }
    }

    private mutating func noteWithoutEffect() {
        if parameters.otherLabel != nil, parameters.keptLabels == nil, parameters.minLabelCount < 2 {
            notes.append("other_label is passed over, since neither keep_labels nor min_label_count is set")
        }
        if validation?.isEmpty == true {
            notes.append("no document is left to measure with")
            validation = nil
        }
    }

    private mutating func apply(_ rule: LabelRule, of name: String, _ value: String) throws(TrainingError) {
        let before = documents.labels
        let labels = before.map(rule.label)
        documents = documents.relabeled(labels)
        validation = validation.map { $0.relabeled($0.labels.map(rule.label)) }
        try note(name, value, before: before.count)
        let renamed = zip(before, labels).count { $1 != nil && $0 != $1 }
        if renamed > 0, let other = parameters.otherLabel {
            notes.append("\(name): \(renamed) documents get the label \(TrainingError.quoted(other))")
        }
    }

    private mutating func keep(
        _ name: String,
        _ value: String,
        where isKept: (Int) -> Bool
    ) throws(TrainingError) {
        let before = documents.count
        documents = documents.filter(isKept)
        try note(name, value, before: before)
    }

    private mutating func note(_ name: String, _ value: String, before: Int) throws(TrainingError) {
        guard !documents.isEmpty else { throw TrainingError(.nothingLeft(of: before, after: name, value: value)) }
        let count = before - documents.count
        if count > 0 { notes.append("\(name): \(count) of \(before) documents are left out") }
    }
}

/// The streams of random numbers that preparation draws from; the trees have small numbers.
private enum Stream: UInt64 {
    case sample = 0x7361_6D70_6C65
    case split = 0x73_706C_6974
}

private struct LabeledText: Hashable {
    let text: String
    let label: String
}
