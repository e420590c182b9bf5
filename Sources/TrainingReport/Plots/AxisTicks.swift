internal import Glibc

/// Where an axis has marks: at multiples of 1, 2 or 5 times a power of ten.
enum AxisTicks {
    /// The marks from `least` to `most`, at most `count` + 1 or so; whole numbers where `isWhole`.
    static func places(from least: Double, to most: Double, atMost count: Int, isWhole: Bool) -> [Double] {
        let span = most - least
        guard span > 0, span.isFinite, count > 0 else { return [least] }
        let step = max(step(above: span / Double(count)), isWhole ? 1 : 0)
        let first = (least / step - 1e-9).rounded(.up)
        let last = (most / step + 1e-9).rounded(.down)
        guard last >= first else { return [least] }
        return (0...Int(last - first)).map { (first + Double($0)) * step }
    }

    /// The bounds that hold a value, as multiples of `step` inside 0 and 1.
    static func floor(_ value: Double, step: Double) -> Double {
        max(0, min(1, (value / step + 1e-9).rounded(.down) * step))
    }

    private static func step(above least: Double) -> Double {
        let power = pow(10, log10(least).rounded(.down))
        let factor = [1.0, 2, 5, 10].first { $0 * power >= least - 1e-12 } ?? 10
        return factor * power
    }
}
