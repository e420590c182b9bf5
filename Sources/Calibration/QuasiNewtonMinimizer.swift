/// Minimizes a smooth function from its values and gradients, with little memory (L-BFGS).
///
/// Source: D. Liu and J. Nocedal, "On the limited memory BFGS method for large scale optimization", 1989; steps are
/// halved until they bring enough (Armijo).
struct QuasiNewtonMinimizer {
    /// How many steps the curvature is taken from.
    private static let memory = 8
    private static let mostIterations = 100
    private static let leastStep = 1e-6
    /// The minimum is reached when a step brings less than this share.
    private static let enough = 1e-5

    private struct Pair {
        var step: [Double]
        var change: [Double]
        var scale: Double
    }

    private var pairs: [Pair] = []

    /// The place of the least value that is found from `start` on.
    static func minimum(
        from start: [Double],
        of function: (_ place: [Double]) -> (value: Double, gradient: [Double])
    ) -> [Double] {
        var minimizer = QuasiNewtonMinimizer()
        var place = start
        var (value, gradient) = function(place)
        for _ in 0..<mostIterations {
            let direction = minimizer.direction(gradient)
            let descent = product(direction, gradient)
            guard descent < 0 else { break }
            // The first direction has no curvature in it, so its length says nothing.
            var length = minimizer.pairs.isEmpty ? min(1, 1 / (-descent).squareRoot()) : 1
            var next: (place: [Double], value: Double, gradient: [Double])?
            while next == nil, length >= leastStep {
                let candidate = sum(place, length, direction)
                let (candidateValue, candidateGradient) = function(candidate)
                if candidateValue <= value + 1e-4 * length * descent {
                    next = (candidate, candidateValue, candidateGradient)
                }
                length /= 2
            }
            guard let next else { break }
            minimizer.remember(step: sum(next.place, -1, place), change: sum(next.gradient, -1, gradient))
            let gain = value - next.value
            (place, value, gradient) = next
            if gain <= enough * abs(value) { break }
        }
        return place
    }

    private mutating func remember(step: [Double], change: [Double]) {
        let curvature = Self.product(step, change)
        guard curvature > 0 else { return }
        pairs.append(Pair(step: step, change: change, scale: 1 / curvature))
        if pairs.count > Self.memory { pairs.removeFirst() }
    }

    private func direction(_ gradient: [Double]) -> [Double] {
        var direction = gradient.map { -$0 }
        var weights: [Double] = []
        for pair in pairs.reversed() {
            let weight = pair.scale * Self.product(pair.step, direction)
            direction = Self.sum(direction, -weight, pair.change)
            weights.append(weight)
        }
        if let last = pairs.last {
            let scale = 1 / (last.scale * Self.product(last.change, last.change))
            direction = direction.map { $0 * scale }
        }
        for (pair, weight) in zip(pairs, weights.reversed()) {
            direction = Self.sum(direction, weight - pair.scale * Self.product(pair.change, direction), pair.step)
        }
        return direction
    }

    private static func product(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func sum(_ a: [Double], _ factor: Double, _ b: [Double]) -> [Double] {
        zip(a, b).map { $0 + factor * $1 }
    }
}
