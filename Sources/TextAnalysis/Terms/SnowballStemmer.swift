import CStemmer

/// The Snowball stemmer of a language, from libstemmer.
///
/// A stemmer of the library holds the word it works on, so each call makes its own; callers remember the results.
enum SnowballStemmer {
    /// The stem of a word in lower case; the word itself when the library gives none.
    static func stem(of word: [UInt8], language: Language) -> [UInt8] {
        // The library writes inside the object that `sb_stemmer_new` returns; it is freed before the bytes leave here.
        guard let stemmer = unsafe sb_stemmer_new(language.rawValue, "UTF_8") else { return word }
        defer { unsafe sb_stemmer_delete(stemmer) }
        return unsafe word.withUnsafeBufferPointer { buffer in
            let count = Int32(truncatingIfNeeded: buffer.count)
            guard let stem = unsafe sb_stemmer_stem(stemmer, buffer.baseAddress, count) else { return word }
            let length = unsafe Int(sb_stemmer_length(stemmer))
            return unsafe Array(UnsafeBufferPointer(start: stem, count: length))
        }
    }
}
