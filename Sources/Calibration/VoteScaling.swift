internal import Glibc

/// The log-odds of a class as slope x ln(share + smoothing) + lift x share + the class's offset.
///
/// It is temperature scaling of votes with one offset a class. The smoothing stands for the votes that trees which are
/// not there might have given: without it a class without votes would be impossible.
///
/// Sources: C. Guo et al., "On Calibration of Modern Neural Networks", 2017 (temperature); A. Alexandari, A. Kundaje and
/// A. Shrikumar, "Maximum Likelihood with Bias-Corrected Calibration is Hard-To-Beat at Label Shift Adaptation", 2020
/// (offsets); M. Kull, T. Silva Filho and P. Flach, "Beta calibration", 2017 (a second term beside the logarithm).
public struct VoteScaling: Sendable, Equatable {
    /// The weight of the logarithm; not negative.
    public let slope: Float
    /// What is added to a share before its logarithm; above 0.
    public let smoothing: Float
    /// The weight of the share itself; not negative.
    public let lift: Float
    /// The offset of each class.
    public let offsets: [Float]
    /// For each class without votes its odds over those of the likeliest such class.
    private let restOdds: [Float]
    /// The log-odds of that likeliest class.
    private let restPeak: Float

    /// The greatest number among slope, smoothing, lift and offsets, either way.
    static let greatest: Float = 10_000
    static let leastSmoothing: Float = 1e-9

    /// Takes the parameters of a scaling.
    ///
    /// - Throws: `CalibrationFault` for one out of range.
    public init(slope: Float, smoothing: Float, lift: Float, offsets: [Float]) throws(CalibrationFault) {
        guard slope >= 0, slope <= Self.greatest else { throw .parameter("the slope") }
        guard smoothing >= Self.leastSmoothing, smoothing <= Self.greatest else { throw .parameter("the smoothing") }
        guard lift >= 0, lift <= Self.greatest else { throw .parameter("the lift") }
        guard offsets.allSatisfy({ abs($0) <= Self.greatest }) else { throw .parameter("an offset") }
        self.init(checked: (slope, smoothing, lift), offsets: offsets)
    }

    init(checked parameters: (slope: Float, smoothing: Float, lift: Float), offsets: [Float]) {
        (slope, smoothing, lift) = parameters
        self.offsets = offsets
        let peak = offsets.max() ?? 0
        restPeak = slope * log(smoothing) + peak
        restOdds = offsets.map { exp($0 - peak) }
    }

    /// Turns shares into probabilities that add up to 1, in place; one logarithm for each class with votes.
    func apply(to shares: inout [Float]) {
        var values = shares.mutableSpan
        let (offsets, restOdds) = (offsets.span, restOdds.span)
        precondition(offsets.count == values.count && restOdds.count == values.count, "made for other classes")
        var peak = restPeak
        for index in offsets.indices {
            let share = values[index]
            guard share > 0 else {
                values[index] = -.infinity
                continue
            }
            // Kept in the share's place: with parameters up to `greatest` it is finite, so it is never taken for the mark of a
            // class without votes.
            let logOdds = slope * log(share + smoothing) + lift * share + offsets[index]
            values[index] = logOdds
            peak = max(peak, logOdds)
        }
        let rest = exp(restPeak - peak)
        var sum: Float = 0
        for index in offsets.indices {
            let logOdds = values[index]
            let odds = logOdds == -.infinity ? rest * restOdds[index] : exp(logOdds - peak)
            values[index] = odds
            sum += odds
        }
        for index in offsets.indices { values[index] /= sum }
    }
}
