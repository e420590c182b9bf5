extension SVGDrawing {
    /// The greatest radius of a dot, and the least that a pointer still finds.
    private static let radii = 2.5...9.0

    /// Draws lines and dots over two axes.
    init(_ plot: LinePlot) {
        self.init(width: 420, height: 290)
        let frame = PlotFrame(plot, left: 66, top: 12, right: width - 24, bottom: height - 48)
        drawAxes(plot, frame)
        if plot.guide.count == 2 {
            let ends = plot.guide.map(frame.place)
            line("guide", ends[0].x, ends[0].y, ends[1].x, ends[1].y)
        }
        if plot.line.count > 1 { polyline(plot.line.map(frame.place)) }
        guard plot.hasDots || plot.line.count == 1 else { return }
        for point in plot.line {
            let place = frame.place(point)
            let area = max(0, point.weight).squareRoot() * Self.radii.upperBound
            let radius = min(max(area, Self.radii.lowerBound), Self.radii.upperBound)
            dot(place.x, place.y, radius: radius, note: point.note)
        }
    }

    private mutating func drawAxes(_ plot: LinePlot, _ frame: PlotFrame) {
        for value in frame.ticks(plot.yAxis) {
            let y = frame.place(.init(x: plot.xAxis.least, y: value)).y
            line("grid", frame.left, y, frame.right, y)
            text("num end", frame.left - 8, y + 4, plot.yAxis.written(value))
        }
        for value in frame.ticks(plot.xAxis) {
            let x = frame.place(.init(x: value, y: plot.yAxis.least)).x
            line("axis", x, frame.bottom, x, frame.bottom + 4)
            text("num mid", x, frame.bottom + 18, plot.xAxis.written(value))
        }
        line("axis", frame.left, frame.bottom, frame.right, frame.bottom)
        text("mid", (frame.left + frame.right) / 2, frame.bottom + 40, plot.xAxis.title)
        uprightText(16, (frame.top + frame.bottom) / 2, plot.yAxis.title)
    }
}

/// Where the values of a plot's axes lie in its picture.
private struct PlotFrame {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
    private let plot: LinePlot

    init(_ plot: LinePlot, left: Double, top: Double, right: Double, bottom: Double) {
        self.plot = plot
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    func place(_ point: LinePlot.Point) -> (x: Double, y: Double) {
        (
            left + plot.xAxis.part(point.x) * (right - left),
            bottom - plot.yAxis.part(point.y) * (bottom - top)
        )
    }

    func ticks(_ axis: LinePlot.Axis) -> [Double] {
        AxisTicks.places(from: axis.least, to: axis.most, atMost: 5, isWhole: axis.form == .count)
    }
}

extension LinePlot.Axis {
    /// How far along the axis a value lies, from 0 to 1.
    fileprivate func part(_ value: Double) -> Double {
        min(max((value - least) / (most - least), 0), 1)
    }

    fileprivate func written(_ value: Double) -> String {
        switch form {
        case .share:
            let percent = ReportNumber.fixed(value * 100, digits: 1)
            return (percent.hasSuffix(".0") ? String(percent.dropLast(2)) : percent) + "%"
        case .count: return ReportNumber.count(Int(value))
        }
    }
}
