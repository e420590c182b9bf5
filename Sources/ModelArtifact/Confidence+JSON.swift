import Calibration
import JSON

/// The section `calib` is an object:
///
/// | key | value |
/// |---|---|
/// | `thresholds` | for each class the least probability of an automatic answer, or null |
/// | `target_precision` | what the thresholds were chosen for |
/// | `calibrator` | an object as follows, or null for votes as they are |
///
/// | key of `calibrator` | value |
/// |---|---|
/// | `method` | `scaling`, `sigmoid` or `isotonic` |
/// | `slope`, `smoothing`, `lift`, `offsets` | of a scaling; the offsets by class |
/// | `slopes`, `intercepts` | of sigmoids, by class |
/// | `places`, `values`, `floor` | of isotonic curves: by class a list of the knots, and the least value of all |
///
/// 32-bit floats are written with as many digits as give back the same bits.
extension Confidence {
    var json: JSONValue {
        [
            "calibrator": calibrator.map(\.json) ?? .null,
            "target_precision": JSONNumber(targetPrecision).map(JSONValue.number) ?? .null,
            "thresholds": .array(thresholds.map { $0.map(JSONValue.init(float:)) ?? .null }),
        ]
    }

    init(json: JSONValue, classes: Int) throws(CalibrationFault) {
        guard let targetPrecision = json["target_precision"]?.doubleValue, let stored = json["thresholds"]?.arrayValue
        else { throw .threshold }
        var thresholds: [Float?] = []
        for value in stored {
            let threshold = value.float
            guard threshold != nil || value == .null else { throw .threshold }
            thresholds.append(threshold)
        }
        guard thresholds.count == classes else { throw .classes(found: thresholds.count, expected: classes) }
        guard let calibrator = json["calibrator"] else { throw .parameter("the calibrator") }
        try self.init(
            calibrator: calibrator == .null ? nil : ProbabilityCalibrator(json: calibrator),
            thresholds: thresholds,
            targetPrecision: targetPrecision
        )
    }
}

extension ProbabilityCalibrator {
    fileprivate var json: JSONValue {
        switch self {
        case .scaling(let scaling):
            [
                "method": .string(method.rawValue), "slope": JSONValue(float: scaling.slope),
                "smoothing": JSONValue(float: scaling.smoothing), "lift": JSONValue(float: scaling.lift),
                "offsets": JSONValue(floats: scaling.offsets),
            ]
        case .sigmoid(let curves):
            [
                "method": .string(method.rawValue), "slopes": JSONValue(floats: curves.map(\.slope)),
                "intercepts": JSONValue(floats: curves.map(\.intercept)),
            ]
        case .isotonic(let curves, let floor):
            [
                "method": .string(method.rawValue), "floor": JSONValue(float: floor),
                "places": .array(curves.map { JSONValue(floats: $0.places) }),
                "values": .array(curves.map { JSONValue(floats: $0.values) }),
            ]
        }
    }

    fileprivate init(json: JSONValue) throws(CalibrationFault) {
        switch json["method"]?.stringValue.flatMap(CalibrationMethod.init) {
        case .scaling: self = .scaling(try VoteScaling(json: json))
        case .sigmoid: self = .sigmoid(try SigmoidCurve.curves(json: json))
        case .isotonic:
            guard let floor = json["floor"]?.float, floor >= 0, floor <= 1 else { throw .parameter("the floor") }
            self = .isotonic(try IsotonicCurve.curves(json: json), floor: floor)
        case .auto, .uncalibrated, nil: throw .parameter("the method")
        }
    }
}

extension VoteScaling {
    fileprivate init(json: JSONValue) throws(CalibrationFault) {
        guard let slope = json["slope"]?.float, let smoothing = json["smoothing"]?.float,
            let lift = json["lift"]?.float, let offsets = json["offsets"]?.elements(\.float)
        else { throw .parameter("a parameter of the scaling") }
        try self.init(slope: slope, smoothing: smoothing, lift: lift, offsets: offsets)
    }
}

extension SigmoidCurve {
    fileprivate static func curves(json: JSONValue) throws(CalibrationFault) -> [SigmoidCurve] {
        guard let slopes = json["slopes"]?.elements(\.float), let intercepts = json["intercepts"]?.elements(\.float),
            slopes.count == intercepts.count
        else { throw .parameter("a parameter of a sigmoid") }
        var curves: [SigmoidCurve] = []
        for (slope, intercept) in zip(slopes, intercepts) {
            curves.append(try SigmoidCurve(slope: slope, intercept: intercept))
        }
        return curves
    }
}

extension IsotonicCurve {
    fileprivate static func curves(json: JSONValue) throws(CalibrationFault) -> [IsotonicCurve] {
        let knots = { (value: JSONValue) in value.elements(\.float) }
        guard let places = json["places"]?.elements(knots), let values = json["values"]?.elements(knots),
            places.count == values.count
        else { throw .curve }
        var curves: [IsotonicCurve] = []
        for (places, values) in zip(places, values) {
            curves.append(try IsotonicCurve(places: places, values: values))
        }
        return curves
    }
}

extension JSONValue {
    fileprivate init(float: Float) {
        // The shortest text that gives back the double gives back the float that it came from.
        self = JSONNumber(Double(float)).map(JSONValue.number) ?? .null
    }

    fileprivate init(floats: [Float]) {
        self = .array(floats.map(JSONValue.init(float:)))
    }

    /// A finite number as a float.
    fileprivate var float: Float? {
        guard let double = doubleValue else { return nil }
        let float = Float(double)
        return float.isFinite ? float : nil
    }
}
