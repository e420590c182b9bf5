/// Writes plots as SVG.
public enum SVGRenderer {
    /// A plot as a file of its own, light or dark as the viewer is.
    public static func file(_ plot: ReportPlot) -> String {
        let drawing = drawing(of: plot)
        var text = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" role=\"img\" \(box(drawing))>\n"
        text += "<title>\(Markup.escaped(plot.title))</title>\n<style>\(PlotStyle.css)\n\(PlotStyle.ground)</style>\n"
        text += "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n"
        return text + drawing.marks + "</svg>\n"
    }

    /// A plot inside a page, as wide as there is room for.
    static func inline(_ plot: ReportPlot) -> String {
        let drawing = drawing(of: plot)
        let width = Int(drawing.width)
        // A matrix must keep its size to be read and scrolls in a box of its own; lines shrink with the page.
        let (kind, least) = if case .lines = plot.kind { ("lines", 0) } else { ("matrix", min(width * 9 / 10, 760)) }
        var text = "<svg class=\"plot \(kind)\" role=\"img\" aria-label=\"\(Markup.escaped(plot.title))\" "
        text += "viewBox=\"0 0 \(width) \(Int(drawing.height))\" style=\"min-width:\(least)px;"
        return text + "max-width:\(width + width / 4)px\">\n" + drawing.marks + "</svg>\n"
    }

    private static func box(_ drawing: SVGDrawing) -> String {
        let (width, height) = (Int(drawing.width), Int(drawing.height))
        return "viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\""
    }

    private static func drawing(of plot: ReportPlot) -> SVGDrawing {
        switch plot.kind {
        case .lines(let plot): SVGDrawing(plot)
        case .bars(let plot): SVGDrawing(plot)
        case .matrix(let plot): SVGDrawing(plot)
        }
    }
}
