extension SVGDrawing {
    /// Draws rows of bars, for a file of its own.
    init(_ plot: BarPlot) {
        let series = max(1, plot.series.count)
        let rowHeight = Double(series) * 13 + 9
        self.init(width: 680, height: 34 + Double(plot.rows.count) * rowHeight)
        var x = 240.0
        for (index, name) in plot.series.enumerated() {
            rectangle("s\(index % 3)", x, 10, 10, 10)
            text("", x + 15, 19, name, most: 40)
            x += 30 + 7 * Double(min(name.count, 40))
        }
        for (number, row) in plot.rows.enumerated() {
            draw(row, at: 30 + Double(number) * rowHeight, series: series)
        }
    }

    private mutating func draw(_ row: BarPlot.Row, at top: Double, series: Int) {
        let middle = top + Double(series) * 6.5 + 4
        if row.detail.isEmpty {
            text("name end", 230, middle, row.name, most: 32)
        } else {
            text("name end", 196, middle, row.name, most: 27)
            text("num end", 232, middle, row.detail)
        }
        for (index, bar) in row.bars.prefix(series).enumerated() {
            let y = top + Double(index) * 13
            rectangle("track", 240, y + 1, 370, 10)
            let length = min(max(bar.share, 0), 1) * 370
            if length > 0 { rectangle("s\(index % 3)", 240, y + 1, length, 10) }
            text("num end", 672, y + 10, bar.text)
        }
    }
}
