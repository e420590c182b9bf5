extension Page {
    /// The part of `/` that shows which words decided, and whatever else an answer holds.
    static let reasons = """
        <section id="why" aria-labelledby="why-title" hidden>
        <h2 id="why-title" data-pt="As palavras que decidiram" data-en="The words that decided"></h2>
        <p id="marked"></p>
        <p class="soft"><mark class="for" data-pt="a favor" data-en="for"></mark>
        <mark class="against" data-pt="contra" data-en="against"></mark></p>
        <table>
        <caption class="soft" data-pt="De onde vêm os votos das árvores, em pontos percentuais"
          data-en="Where the votes of the trees come from, in percentage points"></caption>
        <tbody id="parts"></tbody>
        <tfoot><tr><th scope="row" data-pt="Votos para a classe" data-en="Votes for the label"></th>
        <td></td><td id="votes"></td></tr></tfoot>
        </table>
        </section>
        <dl id="more" hidden></dl>
        """

    static let reasonsStyle = """
        h2 { font-size: 1.1rem; margin: 1.25rem 0 .5rem; }
        #marked { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.9; max-height: 24rem; overflow: auto;
          margin: 0 0 .5rem; padding: .5rem .7rem; background: var(--ground); border-radius: .5rem; }
        mark { color: inherit; background: color-mix(in srgb, var(--hue) var(--tint, 25%), transparent);
          border-radius: .25rem; padding: .1rem .15rem; text-underline-offset: .2em; text-decoration-thickness: .13em;
          text-decoration-color: var(--hue); }
        .soft mark { color: var(--ink); }
        mark.for { --hue: var(--accent); text-decoration-line: underline; }
        mark.against { --hue: var(--bad); text-decoration-line: underline; text-decoration-style: wavy; }
        table { width: 100%; border-collapse: collapse; margin-top: .75rem; }
        caption { text-align: left; padding-bottom: .25rem; }
        th, td { padding: .25rem .4rem; border-top: 1px solid var(--line); }
        th { text-align: left; font-weight: 400; overflow-wrap: anywhere; }
        th.group { color: var(--soft); font-style: italic; }
        td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; width: 1%; }
        td.sign { width: 30%; text-align: left; }
        td.sign i { display: block; height: .7rem; min-width: 2px; border-radius: .2rem; background: var(--accent); }
        td.sign i.against { background: repeating-linear-gradient(45deg, var(--bad) 0 3px, transparent 3px 6px);
          border: 1px solid var(--bad); }
        tfoot th, tfoot td { font-weight: 600; border-top: 2px solid var(--line); }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 1rem 0 .75rem;
          font-size: .9rem; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        """

    /// Spans count Unicode scalars, as `Array.from` does; terms may overlap, so each character gets their sum.
    static let reasonsScript = """
        const points = value => (100 * value).toLocaleString(language,
          {minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero"});
        const said = (pt, en) => language === "pt" ? pt : en;
        const node = (name, text, kind) => {
          const made = document.createElement(name);
          if (text) made.textContent = text;
          if (kind) made.className = kind;
          return made;
        };
        function mark(text, terms) {
          const letters = Array.from(text), weights = new Float64Array(letters.length);
          for (const term of terms) for (const [start, end] of term.spans)
            for (let index = start; index < Math.min(end, letters.length); index++) weights[index] += term.contribution;
          const most = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9), parts = [];
          for (let start = 0, end = 0; start < letters.length; start = end) {
            while (end < letters.length && weights[end] === weights[start]) end++;
            const piece = letters.slice(start, end).join(""), weight = weights[start];
            if (!weight || !piece.trim()) { parts.push(piece); continue; }
            const part = node("mark", piece, weight > 0 ? "for" : "against");
            part.style.setProperty("--tint", Math.round(5 + 45 * Math.abs(weight) / most) + "%");
            part.title = (weight > 0 ? said("a favor: ", "for: ") : said("contra: ", "against: ")) + points(weight);
            parts.push(part);
          }
          $("marked").replaceChildren(...parts);
        }
        function row(name, value, most, kind) {
          const row = node("tr"), head = node("th", name, kind), sign = node("td", "", "sign"), bar = node("i");
          head.scope = "row";
          bar.className = value < 0 ? "against" : "";
          bar.style.width = 100 * Math.abs(value) / most + "%";
          sign.setAttribute("aria-hidden", "true");
          sign.append(bar);
          row.append(head, sign, node("td", points(value)));
          return row;
        }
        function explain(text, reasons) {
          $("why").hidden = !reasons;
          if (!reasons) return;
          mark(text, reasons.terms);
          const groups = [[said("taxa de base", "base rate"), reasons.base],
            [said("outras palavras", "other words"), reasons.rest],
            [said("palavras que faltam", "words that are not there"), reasons.absent]];
          const most = Math.max(1e-9, ...reasons.terms.map(term => Math.abs(term.contribution)),
            ...groups.map(group => Math.abs(group[1])));
          const [base, ...others] = groups.filter(([name, value]) => value)
            .map(([name, value]) => row(name, value, most, "group"));
          $("parts").replaceChildren(base,
            ...reasons.terms.map(term => row(term.term, term.contribution, most)), ...others);
          $("votes").textContent = percent(reasons.raw_score);
        }
        function more(answer) {
          const known = ["label", "predicted_label", "score", "labels", "scores", "probability", "probabilities",
            "explanation"];
          const rest = Object.entries(answer).filter(([key]) => !known.includes(key));
          $("more").hidden = !rest.length;
          $("more").replaceChildren(...rest.flatMap(([key, value]) =>
            [node("dt", key), node("dd", typeof value === "string" ? value : JSON.stringify(value))]));
        }
        """
}
