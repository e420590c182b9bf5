/// Words whose lemma in the dictionary is wrong or of no use: determiners and pronouns keep their first form, and
/// contractions go to their preposition.
enum LemmaOverrides {
    /// The lemma of each overridden form of a language.
    static func table(of language: Language) -> ByteMap {
        var table = ByteMap()
        for line in lines(of: language).split(separator: "\n") {
            let words = line.split(separator: " ").map { Array($0.utf8) }
            guard let lemma = words.first else { continue }
            for form in words.dropFirst() { table.set(lemma, for: form) }
        }
        return table
    }

    private static func lines(of language: Language) -> String {
        switch language {
        case .portuguese: portuguese
        case .spanish: spanish
        case .english: english
        }
    }

    /// Each line: a lemma, then its forms.
    private static let portuguese = """
        o a as o os
        algum algum alguma algumas alguns
        a ao aos à àquela àquelas àquele àqueles àquilo às
        aquele aquela aquelas aquele aqueles
        certo certa certas certo certos
        com comigo conosco consigo contigo
        de da dali daquela daquelas daquele daqueles daqui daquilo das daí de dela delas dele deles dentre dessa
        de dessas desse desses desta destas deste destes disso disto do dos doutra doutro dum duma dumas duns
        dizer ditas dito ditos
        ele ela elas ele eles lhe lhes
        esse essa essas esse esses
        este esta estas este estes
        eu eu me mim
        fazer feita feitas feito feitos
        fora fora
        mesmo mesma mesmas mesmo mesmos
        meu meu meus minha minhas
        muito muita muitas muito muitos
        em na naquela naquelas naquele naqueles naquilo nas nela nelas nele neles nessa nessas nesse nesses nesta
        em nestas neste nestes nisso nisto no nos noutra noutro num numa numas nuns
        nenhum nenhum nenhuma nenhumas nenhuns
        nosso nossa nossas nosso nossos
        nós nós
        outro outra outras outro outros
        por pela pelas pelo pelos
        pouco pouca poucas pouco poucos
        primeiro primeira primeiras primeiro primeiros
        qual quais qual
        qualquer quaisquer qualquer
        quanto quanta quantas quanto quantos
        querer quer
        segundo segunda segundas segundo segundos
        seu seu seus sua suas
        tanto tanta tantas tanto tantos
        terceiro terceira terceiras terceiro terceiros
        teu teu teus tua tuas
        todo toda todas todo todos
        um um uma umas uns
        você você vocês
        vosso vossa vossas vosso vossos
        vário várias vários
        """

    private static let spanish = """
        a al
        de del
        """

    private static let english = """
        fix fixed fixing
        leave left
        play played playing
        think thinking thought
        we us we
        """
}
