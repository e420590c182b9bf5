/// Writes the report as one page that needs nothing beside itself: no scripts, no fonts, no network.
public enum HTMLRenderer {
    /// The page.
    public static func page(_ report: Report) -> String {
        var text = head(report)
        text += "<main>\n<header>\n<h1>\(Markup.escaped(report.title))</h1>\n"
        text += "<p class=\"lead\">\(Markup.escaped(report.subtitle))</p>\n<nav aria-label=\"Contents\">"
        for section in report.sections {
            text += "<a href=\"#\(Markup.identifier(section.id))\">\(Markup.escaped(section.title))</a>"
        }
        text += "</nav>\n</header>\n"
        text += "<section aria-label=\"Summary\">\(facts(report.headline, style: "facts headline"))</section>\n"
        for section in report.sections { text += html(section) }
        text += "<footer>\(Markup.escaped(report.footer))</footer>\n</main>\n</body>\n</html>\n"
        return text
    }

    private static func head(_ report: Report) -> String {
        // The policy forbids every script and every request, whatever stands in the page.
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(Markup.escaped(report.title))</title>
        <style>
        \(PageStyle.css)
        \(PlotStyle.css)
        </style>
        </head>
        <body>

        """
    }

    private static func html(_ section: ReportSection) -> String {
        let id = Markup.identifier(section.id)
        var text = "<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n"
        text += "<h2 id=\"\(id)-title\">\(Markup.escaped(section.title))</h2>\n"
        text += "<p class=\"caption\">\(Markup.escaped(section.caption))</p>\n<div class=\"blocks\">\n"
        for block in section.blocks { text += html(block) }
        return text + "</div>\n</section>\n"
    }

    private static func html(_ block: ReportBlock) -> String {
        switch block {
        case .plot(let plot): html(plot)
        case .table(let value): table(value)
        case .facts(let value): "<div class=\"wide\">\(facts(value, style: "facts"))</div>\n"
        case .documents(let value): documents(value)
        case .note(let value): "<p class=\"wide caption\">\(Markup.escaped(value))</p>\n"
        }
    }

    private static func html(_ plot: ReportPlot) -> String {
        if case .bars(let bars) = plot.kind { return table(bars.table(titled: plot.title)) }
        var style = ""
        if case .matrix = plot.kind { style = " class=\"wide\"" }
        return "<figure\(style)>\n\(SVGRenderer.inline(plot))</figure>\n"
    }

    private static func facts(_ facts: [ReportFact], style: String) -> String {
        var text = "<dl class=\"\(style)\">\n"
        for fact in facts {
            text += "<div><dt>\(Markup.escaped(fact.name))</dt><dd><bdi>\(Markup.shortened(fact.value, to: 120))</bdi>"
            if !fact.detail.isEmpty { text += "<div class=\"detail\">\(Markup.escaped(fact.detail))</div>" }
            text += "</dd></div>\n"
        }
        return text + "</dl>\n"
    }

    private static func documents(_ documents: [Mistake]) -> String {
        var text = "<ol class=\"documents wide\">\n"
        for document in documents {
            text +=
                "<li><div class=\"head\">given <b class=\"given\"><bdi>\(Markup.shortened(document.given, to: 80))</bdi></b> "
            text +=
                "with \(ReportNumber.percent(document.score)), is <b><bdi>\(Markup.shortened(document.actual, to: 80))</bdi></b> "
            text += "with \(ReportNumber.percent(document.scoreOfActual))</div>"
            text += "<p dir=\"auto\">\(Markup.escaped(document.text))</p></li>\n"
        }
        return text + "</ol>\n"
    }
}
