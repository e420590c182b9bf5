internal import Evaluation

extension SVGDrawing {
    /// The greatest number of classes whose cells have room for their counts.
    private static let mostNumbered = 24
    /// The share of a row from which a cell is so dark that its number is light.
    private static let strongShare = 0.35

    /// The longest name behind a cell, in characters.
    private static let longestName = 60

    /// Draws a confusion matrix; rows have names, columns the same numbers.
    init(_ plot: MatrixPlot) {
        let count = plot.classes.count
        let isNumbered = count <= Self.mostNumbered
        let cell = isNumbered ? (count <= 10 ? 44.0 : 30.0) : 9.0
        let left = 226.0
        self.init(width: left + Double(count) * cell + 8, height: 46 + Double(count) * cell + 6)
        let top = 46.0
        text("mid", left + Double(count) * cell / 2, 14, "given label (numbers as in the rows)")
        for (index, name) in plot.classes.enumerated() {
            let middle = (Double(index) + 0.5) * cell
            let style = isNumbered ? "" : " small"
            let labelled = "\(index + 1)  \(name)"
            text(
                "name end\(style)",
                left - 6,
                top + middle + (isNumbered ? 4 : 3),
                labelled,
                most: isNumbered ? 31 : 40
            )
            if isNumbered || (index + 1).isMultiple(of: 5) {
                text("num mid\(style)", left + middle, top - 7, "\(index + 1)")
            }
        }
        rectangle("cell", left, top, Double(count) * cell, Double(count) * cell)
        let totals = plot.rowTotals
        for entry in plot.entries where entry.actual < count && entry.predicted < count {
            draw(entry, of: totals[entry.actual], plot.classes, (left, top, cell), isNumbered: isNumbered)
        }
    }

    private mutating func draw(
        _ entry: ConfusionMatrix.Entry,
        of total: Int,
        _ classes: [String],
        _ place: (left: Double, top: Double, cell: Double),
        isNumbered: Bool
    ) {
        let share = total > 0 ? Double(entry.count) / Double(total) : 0
        let isHit = entry.actual == entry.predicted
        let x = place.left + Double(entry.predicted) * place.cell
        let y = place.top + Double(entry.actual) * place.cell
        let gap = isNumbered ? 1.0 : 0.5
        // The square root keeps rare confusions visible.
        rectangle(
            isHit ? "hit" : "miss",
            x + gap,
            y + gap,
            place.cell - 2 * gap,
            place.cell - 2 * gap,
            opacity: 0.1 + 0.9 * share.squareRoot(),
            note: "is \(classes[entry.actual].prefix(Self.longestName)), "
                + "given \(classes[entry.predicted].prefix(Self.longestName)): "
                + "\(ReportNumber.count(entry.count)) of \(ReportNumber.count(total))"
        )
        guard isNumbered else { return }
        let style = share >= Self.strongShare ? "num mid on" : "num mid name"
        text(style, x + place.cell / 2, y + place.cell / 2 + 4, "\(entry.count)")
    }
}
