import Testing

@testable import TextAnalysis

struct LemmatizerTests {
    @Test(arguments: [
        ("comprou", "comprar"),  // dictionary
        ("uma", "um"), ("pelas", "por"), ("comigo", "com"), ("quer", "querer"),  // overrides
        ("compras", "compra"), ("compra", "compra"),  // a noun that is also a verb form stays the noun
        ("compradas", "comprar"), ("descritos", "descrever"),  // participles go on to the infinitive
        ("manda", "mandar"), ("mandas", "mandar"),  // unless customers mean the verb
        ("comprá-lo", "comprar"), ("comprá-lo-ei", "comprar"), ("enviou-me", "enviar"), ("fê-lo", "fazer"),
        ("compra-se", "comprar"), ("pô-lo", "pôr"), ("mandou-no-lo", "mandar"),
        ("voce", "você"), ("reclamacao", "reclamação"), ("reclamacoes", "reclamação"),  // accents given back
        ("numero", "numerar"),  // known without accent
        ("guarda-chuva", "guarda-chuva"), ("-", "-"), ("xyz", "xyz"), ("", ""),
    ])
    func portugueseWordsHaveTheirLemma(word: String, lemma: String) throws {
        #expect(String(Lemmatizer(lexicon: try .portuguese()).lemma(of: word.bytes)) == lemma)
    }

    @Test(arguments: [
        ("facturas", "factura"), ("del", "de"), ("enviarme", "enviar"), ("enviármelo", "enviar"),
        ("diciéndole", "decir"), ("devolviéndomelo", "devolver"), ("cómprala", "comprar"), ("mandela", "mandela"),
        ("me", "me"), ("telos", "telos"),
    ])
    func spanishWordsHaveTheirLemma(word: String, lemma: String) throws {
        #expect(String(Lemmatizer(lexicon: try .spanish()).lemma(of: word.bytes)) == lemma)
    }

    @Test(arguments: [
        ("companies", "company"), ("company's", "company"), ("isn't", "be"), ("won't", "will"), ("can't", "can"),
        ("we've", "we"), ("us", "we"), ("mary", "mary"), ("'s", "'s"), ("n't", "n't"), ("left", "leave"),
    ])
    func englishWordsHaveTheirLemma(word: String, lemma: String) throws {
        #expect(String(Lemmatizer(lexicon: try .english()).lemma(of: word.bytes)) == lemma)
    }

    @Test func accentsComeBackWhereTheTrainingTextsHaveThem() throws {
        let plain = Lemmatizer(lexicon: try .portuguese())
        var counts = WordCounts()
        for word in ["número", "número", "numero", "está", "está"] { counts.add(WordBuffer(word)) }
        let restorer = AccentRestorer(counts: counts, lemmatizer: plain)
        let lemmatizer = Lemmatizer(lexicon: plain.lexicon, accentRestorer: restorer)
        #expect(String(lemmatizer.lemma(of: "numero".bytes)) == "número")
        #expect(String(lemmatizer.lemma(of: "esta".bytes)) == "este")
    }

    @Test func aCycleOfTheDictionaryEnds() throws {
        let lexicon = try Lexicon.small(.spanish, "aaa bbb\nbbb aaa")
        #expect(["aaa", "bbb"].contains(String(Lemmatizer(lexicon: lexicon).lemma(of: "aaa".bytes))))
    }

    @Test func overridesHoldAsManyFormsAsWereMeasured() {
        let counts = Language.allCases.map { LemmaOverrides.table(of: $0).count }
        #expect(counts == [199, 2, 9])
        #expect(VerbPreference.forms.count == 80)
    }
}
