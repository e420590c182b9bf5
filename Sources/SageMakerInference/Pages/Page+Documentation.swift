extension Page {
    /// `/docs`: the paths of `/openapi.json` in a form for people.
    static let documentation = page(
        title: "Carteiro API",
        style: documentationStyle,
        main: """
            <h1 id="title">Carteiro</h1>
            <p class="lead" id="summary"></p>
            <p><a href="openapi.json">openapi.json</a> <a href="./" id="trial" hidden>Testar / Try</a></p>
            <div id="operations"></div>
            <h2>Schemas</h2>
            <div id="schemas"></div>
            """,
        script: documentationScript
    )

    private static let documentationStyle = """
        h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
        summary { cursor: pointer; overflow-wrap: anywhere; }
        summary b { display: inline-block; min-width: 4.5rem; color: var(--accent); }
        summary span { color: var(--soft); }
        details > :not(summary) { margin: .6rem 0 0; }
        table { border-collapse: collapse; width: 100%; font-size: .925rem; }
        td { border-top: 1px solid var(--line); padding: .3rem .5rem .3rem 0; vertical-align: top; overflow-wrap: anywhere; }
        td:first-child { white-space: nowrap; font-weight: 600; }
        pre { background: var(--ground); border: 1px solid var(--line); border-radius: .5rem; padding: .6rem;
          overflow: auto; max-height: 24rem; margin: .5rem 0 0; }
        """

    private static let documentationScript = """
        const element = (name, text, ...children) => {
          const node = document.createElement(name);
          if (text !== undefined) node.textContent = text;
          node.append(...children);
          return node;
        };
        const table = rows => element("table", undefined, ...rows.map(cells =>
          element("tr", undefined, ...cells.map(cell => element("td", cell)))));
        function resolve(document, value) {
          while (value && value.$ref) value = value.$ref.slice(2).split("/").reduce((node, key) => node[key], document);
          return value;
        }
        function operation(document, path, method, item, shared) {
          const details = element("details", undefined,
            element("summary", undefined, element("b", method.toUpperCase()), element("code", path), " ",
              element("span", item.summary)));
          details.className = "card";
          if (item.description) details.append(element("p", item.description));
          const parameters = [...(shared || []), ...(item.parameters || [])].map(one => resolve(document, one));
          if (parameters.length) details.append(table(parameters.map(one =>
            [one.name + " (" + one.in + ")", one.description || ""])));
          const body = resolve(document, item.requestBody);
          for (const [type, media] of Object.entries(body ? body.content : {})) {
            const examples = Object.values(media.examples || {}).map(one => resolve(document, one).value);
            if (media.example !== undefined) examples.push(media.example);
            for (const example of examples) {
              const text = typeof example === "string" ? example : JSON.stringify(example, null, 2);
              details.append(element("pre", type + "\\n\\n" + text));
            }
          }
          details.append(table(Object.entries(item.responses).map(([status, response]) => {
            const answer = resolve(document, response);
            const types = Object.keys(answer.content || {}).join(", ");
            return [status, answer.description + (types ? " (" + types + ")" : "")];
          })));
          return details;
        }
        fetch("openapi.json").then(response => response.json()).then(document_ => {
          document.getElementById("title").textContent = document_.info.title + " " + document_.info.version;
          document.getElementById("summary").textContent = document_.info.description;
          document.getElementById("trial").hidden = !document_.paths["/"];
          const operations = document.getElementById("operations");
          for (const [path, item] of Object.entries(document_.paths))
            for (const [method, one] of Object.entries(item))
              if (method !== "parameters") operations.append(operation(document_, path, method, one, item.parameters));
          const schemas = document.getElementById("schemas");
          for (const [name, schema] of Object.entries(document_.components.schemas)) {
            const details = element("details", undefined, element("summary", name),
              element("pre", JSON.stringify(schema, null, 2)));
            details.className = "card";
            schemas.append(details);
          }
        });
        """
}
