extension Page {
    /// `/`: try a message and see its label, the confidence, the labels that come next, and the words that decided.
    static let trial = page(
        title: "Carteiro",
        style: trialStyle + "\n" + reasonsStyle,
        main: """
            <h1>Carteiro</h1>
            <p class="lead" data-pt="Cole a mensagem de um cliente e veja para onde ela vai."
              data-en="Paste a customer's message and see where it goes."></p>
            <form class="card" id="form">
            <label for="text" data-pt="Mensagem" data-en="Message"></label>
            <textarea id="text" rows="6" maxlength="100000" autofocus></textarea>
            <div class="row">
            <button type="submit" data-pt="Classificar" data-en="Classify"></button>
            <button type="button" class="plain" id="sample" data-pt="Exemplo" data-en="Example"></button>
            <span class="grow"></span>
            <button type="button" class="plain" id="language" lang="en">English</button>
            </div>
            </form>
            <section class="card" id="answer" aria-live="polite" hidden>
            <p class="soft" data-pt="Classe mais provável" data-en="Most probable label"></p>
            <p class="label"><strong id="label"></strong> <span id="score"></span></p>
            <ul id="bars"></ul>
            \(reasons)
            <p class="soft" id="time"></p>
            </section>
            <p class="card" id="error" role="alert" hidden></p>
            <p class="soft"><a href="docs" data-pt="Documentação da API" data-en="API documentation"></a></p>
            """,
        script: trialScript + "\n" + reasonsScript
    )

    private static let trialStyle = """
        label { display: block; font-weight: 600; margin-bottom: .35rem; }
        textarea { width: 100%; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line);
          border-radius: .5rem; padding: .6rem .7rem; resize: vertical; }
        .row { display: flex; gap: .5rem; margin-top: .75rem; flex-wrap: wrap; }
        .grow { flex: 1; }
        button { font: inherit; font-weight: 600; border: 1px solid var(--accent); border-radius: .5rem;
          padding: .5rem 1rem; background: var(--accent); color: var(--card); cursor: pointer; }
        button.plain { background: transparent; color: var(--accent); border-color: var(--line); }
        button:disabled { opacity: .5; cursor: wait; }
        .soft { color: var(--soft); margin: 0; font-size: .9rem; }
        .label { font-size: 1.5rem; margin: 0 0 .75rem; overflow-wrap: anywhere; }
        .label span { color: var(--soft); font-size: 1.1rem; }
        ul { list-style: none; margin: 0 0 .75rem; padding: 0; }
        li { position: relative; display: flex; justify-content: space-between; gap: 1rem; padding: .3rem .6rem;
          margin-bottom: .3rem; border-radius: .35rem; overflow: hidden; background: var(--ground); }
        li i { position: absolute; inset: 0 auto 0 0; background: var(--bar); }
        li span { position: relative; overflow-wrap: anywhere; }
        #error { color: var(--bad); }
        """

    /// Texts of the answer go into the page as text, never as markup.
    private static let trialScript = """
        const $ = id => document.getElementById(id);
        const samples = ["Oi, comprei um tênis e veio o número errado. Como faço para trocar?",
          "Meu pedido está atrasado há duas semanas e ninguém responde!",
          "O cupom de desconto não funciona na hora de fechar a compra."];
        let language = (navigator.language || "pt").startsWith("en") ? "en" : "pt", next = 0, shown = () => {};
        function show() {
          document.documentElement.lang = language === "pt" ? "pt-BR" : "en";
          for (const node of document.querySelectorAll("[data-pt]")) node.textContent = node.dataset[language];
          $("language").textContent = language === "pt" ? "English" : "Português";
          $("language").lang = language === "pt" ? "en" : "pt-BR";
        }
        const percent = value => value == null ? "" : (100 * value).toLocaleString(language, {maximumFractionDigits: 1}) + " %";
        function fail(message) {
          $("answer").hidden = true;
          $("error").hidden = false;
          $("error").textContent = message;
        }
        function render(answer, text, milliseconds) {
          // The server may be set to give other parts of an answer.
          const labels = answer.labels || [answer.label || answer.predicted_label || ""];
          const scores = answer.scores || [answer.score ?? answer.probability];
          shown = () => render(answer, text, milliseconds);
          $("error").hidden = true;
          $("answer").hidden = false;
          $("label").textContent = answer.label || answer.predicted_label || labels[0];
          $("score").textContent = percent(answer.score ?? scores[0]);
          $("bars").hidden = !answer.scores;
          $("bars").replaceChildren(...labels.map((name, index) => {
            const row = document.createElement("li"), bar = document.createElement("i");
            const label = document.createElement("span"), value = document.createElement("span");
            bar.style.width = 100 * scores[index] + "%";
            label.textContent = name;
            value.textContent = percent(scores[index]);
            row.append(bar, label, value);
            return row;
          }));
          explain(text, answer.explanation);
          more(answer);
          $("time").textContent = milliseconds.toLocaleString(language, {maximumFractionDigits: 1}) + " ms";
        }
        async function classify(event) {
          event.preventDefault();
          const button = event.submitter || $("form").querySelector("button");
          button.disabled = true;
          try {
            const start = performance.now(), text = $("text").value;
            const response = await fetch("invocations?top_k=5&explain=true", {method: "POST",
              headers: {"Content-Type": "application/json", "Accept": "application/json"},
              body: JSON.stringify({text})});
            const answer = await response.json();
            if (!response.ok) return fail(answer.error.message);
            render(answer, text, performance.now() - start);
          } catch (error) {
            fail(language === "pt" ? "O servidor não respondeu." : "The server did not answer.");
          } finally {
            button.disabled = false;
          }
        }
        $("form").addEventListener("submit", classify);
        $("sample").addEventListener("click", () => {
          $("text").value = samples[next++ % samples.length];
          $("form").requestSubmit();
        });
        $("language").addEventListener("click", () => {
          language = language === "pt" ? "en" : "pt";
          show();
          shown();
        });
        show();
        if (location.hash === "#example") $("sample").click();
        """
}
