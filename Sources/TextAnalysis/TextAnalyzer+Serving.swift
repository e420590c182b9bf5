extension TextAnalyzer {
    /// What serving needs to give the same terms without a lexicon.
    ///
    /// The form maps hold every word of the training texts that is not its own term, and every dictionary form whose
    /// lemma the model knows, with its accentless spelling too. O(words of the texts + forms of the lexicon).
    ///
    /// - Parameters:
    ///   - vocabulary: The terms that the model knows; for word pairs, each word of theirs.
    ///   - trainingWords: The words of the texts that the model is trained on.
    ///   - phrases: Phrases that a `PhraseFinder` is to find in all their forms.
    /// - Returns: The state for `init(state:)`.
    public func servingState(
        vocabulary: [String],
        trainingWords: TrainingWords,
        phrases: [String] = []
    ) -> AnalyzerState {
        var formMaps: [Language: [UInt8]] = [:]
        let known = ByteTable(vocabulary.map { Array($0.utf8) })
        for maker in makers {
            guard case .lemmatizer(let lemmatizer) = maker.source else { continue }
            var vocabulary = known
            for term in phrases.flatMap({ terms(ofPhrase: $0, maker: maker) }) { _ = vocabulary.insert(term.span) }
            var builder = FormMapBuilder(maker: maker, lemmatizer: lemmatizer, vocabulary: vocabulary)
            builder.addTrainingWords(trainingWords.words(ofLanguageCode: maker.languageCode))
            for substitution in parameters.substitutions {
                builder.addTrainingWords(wordsOf(substitution.phrase + " " + substitution.replacement))
            }
            for phrase in phrases { builder.addTrainingWords(wordsOf(phrase)) }
            builder.addDictionaryForms()
            formMaps[maker.language] = FormMapFormat.encode(builder.map)
        }
        return AnalyzerState(parameters: parameters, language: language, formMaps: formMaps)
    }

    /// Creates the analyzer of a trained model; a language without form map is stemmed, as it was at training.
    public init(state: AnalyzerState) throws(TextAnalysisError) {
        var maps: [Language: FormMap] = [:]
        for (language, bytes) in state.formMaps {
            maps[language] = try FormMapFormat.decode(bytes, location: "of language '\(language.rawValue)'")
        }
        let normalizer = state.parameters.normalizer
        self.init(parameters: state.parameters, language: state.language) { language in
            switch normalizer {
            case .none: .none
            case .stem: .stemmer
            case .lemma: maps[language].map(TermMaker.Source.formMap) ?? .stemmer
            }
        }
    }

    private func wordsOf(_ phrase: String) -> ByteTable {
        var counts = WordCounts()
        var buffer = AnalysisBuffer()
        cleaner.clean(phrase, with: &buffer)
        let cleaned = buffer.text
        counts.add(wordsOf: cleaned.span, word: &buffer.word)
        return counts.words
    }
}
