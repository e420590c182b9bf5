extension TextAnalyzer {
    /// Texts whose words are counted for the restoring of accents, spread evenly over the set; the words that matter are
    /// common ones, and counting all texts would be a third of the analysis.
    private static let countedTextLimit = 2_500

    /// Decides the language and counts what the restoring of accents needs, in O(bytes).
    ///
    /// A language without lexicon is stemmed, and `warnings` says so. The result depends on the texts and the lexicons
    /// alone, not on their order in memory or on the number of threads.
    public static func fit(
        _ parameters: AnalyzerParameters,
        to texts: [String],
        lexicons: [Language: Lexicon]
    ) throws(TextAnalysisError) -> TextAnalyzer {
        let cleaner = TextCleaner(parameters)
        let language: Language? =
            switch parameters.language {
            case .fixed(let language): language
            case .auto: LanguageDetector().language(ofSet: texts, cleaner: cleaner)
            }
        guard parameters.normalizer == .lemma else {
            return TextAnalyzer(parameters: parameters, language: language) { _ in
                parameters.normalizer == .stem ? .stemmer : .none
            }
        }
        let needed = language.map { [$0] } ?? Language.allCases
        let lemmatizers = lemmatizers(of: needed, lexicons, restoringAccentsOf: texts, cleaner: cleaner)
        return TextAnalyzer(
            parameters: parameters,
            language: language,
            warnings: needed.filter { lexicons[$0] == nil }.map(AnalyzerWarning.lexiconMissing)
        ) { lemmatizers[$0].map(TermMaker.Source.lemmatizer) ?? .stemmer }
    }

    private static func lemmatizers(
        of languages: [Language],
        _ lexicons: [Language: Lexicon],
        restoringAccentsOf texts: [String],
        cleaner: TextCleaner
    ) -> [Language: Lemmatizer] {
        var lemmatizers: [Language: Lemmatizer] = [:]
        for language in languages {
            lemmatizers[language] = lexicons[language].map { Lemmatizer(lexicon: $0) }
        }
        guard lemmatizers.keys.contains(where: { $0 != .english }) else { return lemmatizers }
        // In a mixed set the counts of all languages are one: a word that another language spells without the accent
        // is then left alone, which is the safe side.
        let counts = wordCounts(of: texts, cleaner: cleaner)
        for (language, lemmatizer) in lemmatizers where language != .english {
            let restorer = AccentRestorer(counts: counts, lemmatizer: lemmatizer)
            lemmatizers[language] = Lemmatizer(lexicon: lemmatizer.lexicon, accentRestorer: restorer)
        }
        return lemmatizers
    }

    private static func wordCounts(of texts: [String], cleaner: TextCleaner) -> WordCounts {
        var counts = WordCounts()
        var buffer = AnalysisBuffer()
        for index in stride(from: 0, to: texts.count, by: max(1, texts.count / countedTextLimit)) {
            cleaner.clean(texts[index], with: &buffer)
            let text = buffer.text
            counts.add(wordsOf: text.span, word: &buffer.word)
        }
        return counts
    }
}
