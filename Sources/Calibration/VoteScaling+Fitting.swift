internal import Glibc

extension VoteScaling {
    /// The likeliest scaling for some documents of a sample, with a normal prior of deviation 1 on each parameter.
    init(fitting sample: CalibrationSample, documents: [Int]) {
        let fit = VoteScalingFit(sample, documents)
        let place = QuasiNewtonMinimizer.minimum(from: fit.start) { fit.loss(at: $0) }
        let limit = Double(Self.greatest)
        let smoothing = max(Float(min(exp(place[1]), limit)), Self.leastSmoothing)
        self.init(
            checked: (Float(min(exp(place[0]), limit)), smoothing, Float(min(exp(place[2]), limit))),
            offsets: place.dropFirst(3).map { Float(min(max($0, -limit), limit)) }
        )
    }
}

/// The loss of a scaling by the logarithms of slope, smoothing and lift, so that they stay above 0, and the offsets.
private struct VoteScalingFit {
    /// The centres of the priors of the three logarithms: slope 1, smoothing .05, lift 1.
    private static let centres = [0, -3, 0.0]

    private let sample: CalibrationSample
    private let documents: [Int]

    init(_ sample: CalibrationSample, _ documents: [Int]) {
        self.sample = sample
        self.documents = documents
    }

    var start: [Double] { Self.centres + Array(repeating: 0, count: sample.classes) }

    /// The mean log loss with the priors' share, and its gradient; O(shares above 0).
    ///
    /// All classes without votes in a document share one logarithm, so they are summed up together.
    func loss(at place: [Double]) -> (value: Double, gradient: [Double]) {
        var sums = Sums(place)
        for document in documents {
            sums.add(sample.rows[document], actual: sample.truth[document])
        }
        return sums.total(of: documents.count, at: place, centres: Self.centres)
    }

    private struct Sums {
        private let slope: Double
        private let smoothing: Double
        private let lift: Double
        private let offsets: ArraySlice<Double>
        private let odds: [Double]
        private let allOdds: Double
        private let restLog: Double
        private let restFactor: Double
        private var value = 0.0
        private var gradient: [Double]
        /// Of each class with votes in a document the log-odds without its offset, and the odds with it.
        private var scaled: [(logOdds: Double, odds: Double)] = []
        /// The sum of 1 / (sum of a document's odds).
        private var reciprocals = 0.0

        init(_ place: [Double]) {
            (slope, smoothing, lift) = (exp(place[0]), exp(place[1]), exp(place[2]))
            offsets = place[3...]
            odds = offsets.map { exp($0) }
            allOdds = odds.reduce(0, +)
            restLog = place[1]
            restFactor = exp(slope * restLog)
            gradient = Array(repeating: 0, count: place.count)
        }

        mutating func add(_ row: [CalibrationSample.ClassShare], actual: Int) {
            scaled.removeAll(keepingCapacity: true)
            var (sum, withVotes) = (0.0, 0.0)
            var actualLogOdds: Double?
            for part in row {
                let share = Double(part.share)
                let logOdds = slope * log(share + smoothing) + lift * share
                let own = exp(logOdds) * odds[part.index]
                scaled.append((logOdds, own))
                withVotes += odds[part.index]
                sum += own
                if part.index == actual { actualLogOdds = logOdds }
            }
            let rest = restFactor * max(0, allOdds - withVotes)
            sum += rest
            value += log(sum) - (actualLogOdds ?? slope * restLog) - offsets[3 + actual]
            let reciprocal = 1 / sum
            reciprocals += reciprocal
            for (part, scaled) in zip(row, scaled) {
                addGradient(part, scaled, reciprocal, isActual: part.index == actual)
            }
            let difference = rest * reciprocal - (actualLogOdds == nil ? 1 : 0)
            gradient[0] += difference * slope * restLog
            gradient[1] += difference * slope
            gradient[3 + actual] -= 1
        }

        @inline(__always)
        private mutating func addGradient(
            _ part: CalibrationSample.ClassShare,
            _ scaled: (logOdds: Double, odds: Double),
            _ reciprocal: Double,
            isActual: Bool
        ) {
            let share = Double(part.share)
            let probability = scaled.odds * reciprocal
            let difference = probability - (isActual ? 1 : 0)
            gradient[0] += difference * (scaled.logOdds - lift * share)
            gradient[1] += difference * slope * smoothing / (share + smoothing)
            gradient[2] += difference * lift * share
            // What the class would have had without votes is added for all documents at the end.
            gradient[3 + part.index] += probability - restFactor * odds[part.index] * reciprocal
        }

        consuming func total(
            of count: Int,
            at place: [Double],
            centres: [Double]
        ) -> (value: Double, gradient: [Double]) {
            let share = 1 / Double(max(count, 1))
            for index in odds.indices { gradient[3 + index] += restFactor * odds[index] * reciprocals }
            for index in place.indices {
                let deviation = place[index] - (index < 3 ? centres[index] : 0)
                value += deviation * deviation / 2
                gradient[index] = (gradient[index] + deviation) * share
            }
            return (value * share, gradient)
        }
    }
}
