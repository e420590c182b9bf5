/// The marks of one picture and its size; coordinates have one digit after the point.
struct SVGDrawing {
    let width: Double
    let height: Double
    private(set) var marks = ""

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    mutating func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        marks += "<line class=\"\(style)\" x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\"/>\n"
    }

    mutating func polyline(_ points: [(x: Double, y: Double)]) {
        let list = points.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " ")
        marks += "<polyline class=\"line\" points=\"\(list)\"/>\n"
    }

    /// Draws a dot; `note` is not escaped yet.
    mutating func dot(_ x: Double, _ y: Double, radius: Double, note: String) {
        marks += "<circle class=\"dot\" cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\">"
        marks += "\(title(note))</circle>\n"
    }

    /// Draws a rectangle; an opacity below 1 lets the ground shine through, and `note` is not escaped yet.
    mutating func rectangle(
        _ style: String,
        _ x: Double,
        _ y: Double,
        _ width: Double,
        _ height: Double,
        opacity: Double = 1,
        note: String = ""
    ) {
        let shade = opacity < 1 ? " fill-opacity=\"\(ReportNumber.fixed(opacity, digits: 2))\"" : ""
        marks +=
            "<rect class=\"\(style)\" x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(width))\" height=\"\(n(height))\"\(shade)"
        marks += note.isEmpty ? "/>\n" : ">\(title(note))</rect>\n"
    }

    /// Writes a text at most as wide as so many letters.
    mutating func text(_ style: String, _ x: Double, _ y: Double, _ text: String, most: Int = 60) {
        marks += "<text class=\"\(style)\" x=\"\(n(x))\" y=\"\(n(y))\">\(Markup.fitted(text, to: most))"
        marks += "</text>\n"
    }

    /// Writes a text that runs upwards, its middle at a place.
    mutating func uprightText(_ x: Double, _ y: Double, _ text: String) {
        marks +=
            "<text class=\"mid\" transform=\"translate(\(n(x)) \(n(y))) rotate(-90)\">\(Markup.escaped(text))</text>\n"
    }

    private func title(_ note: String) -> String {
        note.isEmpty ? "" : "<title>\(Markup.escaped(note))</title>"
    }

    private func n(_ value: Double) -> String {
        let text = ReportNumber.fixed(value, digits: 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
