/// The pages for people, whole: they load nothing from elsewhere.
enum Page {
    /// The colours and shapes of all pages, light or dark as the reader's system is.
    static let style = """
        :root { color-scheme: light dark; --ground: #f6f5f1; --card: #ffffff; --ink: #1d2433; --soft: #5c6577;
          --line: #dcdfe6; --accent: #0b6e4f; --bar: #bfe3d3; --bad: #a3282d; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #14171d; --card: #1e232c; --ink: #e8eaf0; --soft: #9aa4b6; --line: #343b48;
            --accent: #5fd0a5; --bar: #1f5744; --bad: #ff8f8f; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink);
          font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
        main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
        p.lead { margin: 0 0 1.25rem; color: var(--soft); }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem;
          margin-bottom: 1rem; }
        a { color: var(--accent); }
        code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, monospace; font-size: .875rem; }
        """

    /// A page around the content of its `main` and its script.
    static func page(title: String, style: String = "", main: String, script: String) -> String {
        """
        <!doctype html>
        <html lang="pt-BR">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <link rel="icon" href="data:,">
        <style>
        \(Self.style)
        \(style)
        </style>
        </head>
        <body>
        <main>
        \(main)
        </main>
        <script>
        \(script)
        </script>
        </body>
        </html>

        """
    }
}
