/// The file format of a trained model, version 2.
///
/// All numbers are little-endian.
///
/// | offset | bytes | what |
/// |---|---|---|
/// | 0 | 8 | magic, `CARTEIRO` in ASCII |
/// | 8 | 4 | format version |
/// | 12 | 4 | number of sections, n |
/// | 16 | 8 | length of the file |
/// | 24 | 4 | 0 |
/// | 28 | 4 | CRC-32 (RFC 1952 section 8) of the 28 bytes before and the section table |
/// | 32 | 32 n | section table |
///
/// | offset in a table entry | bytes | what |
/// |---|---|---|
/// | 0 | 8 | name in ASCII, padded with zero bytes |
/// | 8 | 8 | offset of the section in the file |
/// | 16 | 8 | length in bytes |
/// | 24 | 4 | CRC-32 of the section |
/// | 28 | 4 | 0 |
///
/// Sections follow in the order of the table, each at the next multiple of 64; the gaps before them are zero bytes, and
/// the last one ends the file. So every byte is checked. Names stand once and are those of `ArtifactSection`: a further
/// section needs a further version. Arrays of numbers are read in place.
///
/// Version 1 has the sections from `metadata` to `mixprob`. Version 2 may have further ones, each of which a model can do
/// without.
///
/// The section `metadata` is an object: `analyzer`, `language`, `tfidf` and `training`. Where a training was stopped,
/// `training` says in `trees_asked_for` how many trees there should be. In a part of a model an object `part` says which
/// trees of which training these are, as `ForestShare` has it; a part that is no whole model has this object, and of the
/// sections `metadata` and those of the forest, alone.
public enum ArtifactFormat {
    static let magic = Array("CARTEIRO".utf8)
    /// The version that this program writes; it reads all versions up to this one.
    public static let version: UInt32 = 2
    static let headerLength = 32
    static let entryLength = 32
    static let alignment = 64
    /// The part of the header that its checksum covers.
    static let checkedHeader = 0..<28

    /// The first offset from `end` on that a section may start at.
    static func sectionStart(after end: Int) -> Int {
        end + (alignment - end % alignment) % alignment
    }

    /// The name of the artifact in the model folder.
    public static let fileName = "carteiro.model"
}

/// The sections of an artifact by their names in the section table.
enum ArtifactSection: String, CaseIterable {
    /// JSON: settings of analyzer, vectorizer and forest, and facts about the training.
    case metadata
    /// JSON: the labels, by class.
    case labels
    /// The terms by feature, UTF-8, each followed by a line feed.
    case terms
    /// Inverse document frequencies by feature, 32-bit floats.
    case idf
    /// Surface-form maps, in the format of `FormMap` in TextAnalysis.
    case portugueseForms = "forms-pt"
    case spanishForms = "forms-es"
    case englishForms = "forms-en"
    /// The first step of each tree and at the end the number of steps, 32 bits each.
    case treeStarts = "trees"
    /// Steps of 5 to 8 bytes: the feature in 16 bits (5, 7) or 24 (6, 8), the level in 8, the target in 16 (5, 6) or 32
    /// (7, 8), whose uppermost bit marks a spine; see `StepArray` in RandomForest.
    case steps5 = "steps5"
    case steps6 = "steps6"
    case steps7 = "steps7"
    case steps8 = "steps8"
    /// The first part of each mixture and at the end the number of parts, 32 bits each.
    case mixtureOffsets = "mixoffs"
    /// The class of each part, 32 bits.
    case mixtureClasses = "mixclass"
    /// The probability of each part, 32-bit floats.
    case mixtureProbabilities = "mixprob"
    /// Optional. JSON: the calibration of votes and the thresholds of automatic answers; see `Confidence+JSON.swift`.
    case confidence = "calib"
    /// JSON, may be absent: the reply policy, as `ReplyPolicy` in AutomaticReplies writes it.
    case replyPolicy = "policy"
    /// The draws of each leaf, in the code of `LeafDraws` in RandomForest; for explanations, can be left out.
    case leafDraws = "draws"
    /// JSON, from version 2 on, optional: what the training documents looked like; see `TrainingProfile+JSON.swift`.
    case profile
}
