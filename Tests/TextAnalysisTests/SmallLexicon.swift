@testable import TextAnalysis

extension Lexicon {
    /// A lexicon of a few words: each line a lemma, then its other forms.
    static func small(_ language: Language, _ lines: String) throws -> Lexicon {
        var entries: [FrontCodedDictionary.Entry] = []
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ").map { Array($0.utf8) }
            guard let lemma = words.first else { continue }
            if words.count == 1 { entries.append(FrontCodedDictionary.Entry(form: lemma, lemma: lemma)) }
            for form in words.dropFirst() { entries.append(FrontCodedDictionary.Entry(form: form, lemma: lemma)) }
        }
        return try Lexicon(bytes: LexiconCompiler.compile(entries, language: language, location: "test"))
    }

    /// Words in the relations that the rules are about.
    static func portuguese() throws -> Lexicon {
        try small(
            .portuguese,
            """
            comprar comprar compro comprou compra comprado comprada compraria
            compra compras
            comprado comprados compradas
            mandar mandar manda mandou
            manda mandas
            fazer fazer fez faz feito
            enviar enviar enviou envio
            envio envios
            descrever descrever descrito
            descrito descritos
            reclamação reclamação reclamações
            você você
            número número números
            numerar numerar numero numera
            pôr pôr põe
            ser ser é são foi era
            chegar chegar chegou chega
            produto produto produtos
            geladeira geladeira geladeiras
            quebrar quebrar quebrou quebrada
            """
        )
    }

    static func spanish() throws -> Lexicon {
        try small(
            .spanish,
            """
            enviar enviar envío envió enviando envia
            decir decir diciendo dice
            comprar comprar compra compré
            factura factura facturas
            devolver devolver devuelvan devolviendo
            mandar mandar mande
            """
        )
    }

    static func english() throws -> Lexicon {
        try small(
            .english,
            """
            do do did does done
            be be is are was
            work work works worked working
            company company companies
            we we
            card card cards
            Mary Mary
            """
        )
    }
}

extension String {
    var bytes: [UInt8] { Array(utf8) }

    init(_ bytes: [UInt8]) {
        self.init(decoding: bytes, as: UTF8.self)
    }
}

extension TextAnalyzer {
    /// The terms of a text.
    func terms(of text: String) -> [String] {
        var buffer = AnalysisBuffer()
        analyze(text, with: &buffer)
        return (0..<buffer.terms.count).map { buffer.terms.term(at: $0) }
    }
}
