extension HTMLRenderer {
    /// The most rows that are shown; the rest is in `metrics.json`.
    static let mostRows = 200
    /// The longest label in a cell, in characters.
    private static let longestLabel = 80
    /// The number of rows from which a table scrolls in a box.
    private static let tallFrom = 16
    /// The most columns of a table that fits into half the page.
    private static let mostColumnsBesidePlot = 4

    /// A table in a box of its own that scrolls when it is too tall or too wide.
    static func table(_ table: ReportTable) -> String {
        let styles = ["scroll"] + shape(of: table)
        var text = "<div class=\"\(styles.joined(separator: " "))\" tabindex=\"0\" role=\"region\" "
        text += "aria-label=\"\(Markup.escaped(table.title))\">\n<table>\n<thead><tr>"
        for column in table.columns {
            text +=
                "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>\(Markup.escaped(column.title))</th>"
        }
        text += "</tr></thead>\n<tbody>\n"
        for row in table.rows.prefix(mostRows) { text += html(row) }
        text += "</tbody>\n</table>\n"
        if table.rows.count > mostRows {
            text += "<p class=\"caption\">\(ReportNumber.count(table.rows.count - mostRows)) more in metrics.json</p>\n"
        }
        return text + "</div>\n"
    }

    /// Which of the page's styles fit; bars, lists of terms, several columns of texts and many of numbers need the whole width.
    private static func shape(of table: ReportTable) -> [String] {
        let first = table.rows.first ?? []
        let bars = first.count { if case .bar = $0 { true } else { false } }
        let hasTerms = first.contains { if case .terms = $0 { true } else { false } }
        let texts = table.columns.count { !$0.isNumber }
        var styles = table.rows.count >= tallFrom ? ["tall"] : []
        if bars > 0 || hasTerms || texts > 1 || table.columns.count > mostColumnsBesidePlot { styles.append("wide") }
        if bars > 0 { styles.append(bars == 1 ? "one" : "several") }
        return styles
    }

    private static func html(_ row: [ReportTable.Cell]) -> String {
        var bars = 0
        var text = "<tr>"
        for cell in row {
            text += html(cell, bar: bars)
            if case .bar = cell { bars += 1 }
        }
        return text + "</tr>\n"
    }

    private static func html(_ cell: ReportTable.Cell, bar: Int) -> String {
        switch cell {
        case .named(let value, let detail):
            "<td class=\"name\"><bdi>\(Markup.breakable(value, to: longestLabel))</bdi> "
                + "<small>\(Markup.escaped(detail))</small></td>"
        case .text(let value): "<td class=\"name\"><bdi>\(Markup.breakable(value, to: longestLabel))</bdi></td>"
        case .number(let value): "<td class=\"number\">\(Markup.escaped(value))</td>"
        case .bar(let share, let value):
            "<td class=\"bar\"><div><span class=\"track c\(bar % 3)\"><i style=\"width:\(width(share))%\"></i></span>"
                + "<span class=\"value\">\(Markup.escaped(value))</span></div></td>"
        case .terms(let terms):
            "<td><div class=\"terms\">\(terms.map(html).joined())</div></td>"
        }
    }

    private static func html(_ term: ReportFact) -> String {
        "<span title=\"\(Markup.escaped(term.detail))\"><bdi>\(Markup.shortened(term.name, to: 40))</bdi> "
            + "<b>\(Markup.escaped(term.value))</b></span>"
    }

    private static func width(_ share: Double) -> String {
        ReportNumber.fixed(share.isFinite ? min(max(share, 0), 1) * 100 : 0, digits: 1)
    }
}

extension BarPlot {
    /// The bars as a table, which a narrow page can show too.
    func table(titled title: String) -> ReportTable {
        ReportTable(
            title: title,
            columns: [.text(rowTitle)] + series.map(ReportTable.Column.number),
            rows: rows.map { row in
                [row.detail.isEmpty ? .text(row.name) : .named(row.name, row.detail)]
                    + row.bars.map { .bar($0.share, $0.text) }
            }
        )
    }
}
