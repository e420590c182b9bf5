import DriftDetection
import HTTP
import JSON

/// Answers `GET /drift`.
struct DriftHandler: Sendable {
    /// The most terms of the training that are shown.
    private static let shownTerms = 10

    let models: ModelSource
    let feedback: FeedbackCollector?

    /// The figures of the one model, or of each that is loaded.
    func respond() -> HTTPResponse {
        let value: JSONValue
        switch models {
        case .single:
            var object = models.loaded.first.map { description($0.model) } ?? Self.without("no model is loaded")
            object["accuracy"] = accuracy
            value = .object(object)
        case .several:
            let items = models.loaded.prefix(MetricsHandler.shownModels).map { item in
                var object = JSONObject()
                object["model"] = .string(item.name ?? "")
                for member in description(item.model).members { object[member.key] = member.value }
                return JSONValue.object(object)
            }
            value = ["models": .array(items)]
        }
        return HTTPResponse(status: .ok, headers: ["Content-Type": "application/json"], body: value.serialized())
    }

    private func description(_ model: ServedModel) -> JSONObject {
        guard let monitor = model.drift else {
            return Self.without("the model says nothing of its training documents; train it again to watch it")
        }
        let report = monitor.report()
        var object = JSONObject()
        object["verdict"] = .string(report.verdict.rawValue)
        object["window"] = [
            "documents": .number(JSONNumber(report.documents)),
            "most": .number(JSONNumber(DriftMonitor.windowDocuments)),
        ]
        var features = JSONObject()
        for figure in report.figures { features[figure.feature.rawValue] = figure.json }
        object["features"] = .object(features)
        object["shifted_labels"] = .array(report.shiftedLabels.map { $0.json(model.labels) })
        object["training"] = [
            "documents": .number(JSONNumber(monitor.profile.documents)),
            "source": .string(monitor.profile.source.rawValue),
            "top_terms": .array(monitor.profile.topTerms.prefix(Self.shownTerms).map { .string($0.term) }),
        ]
        return object
    }

    private var accuracy: JSONValue? {
        feedback.map { feedback in
            .array(
                feedback.summary.accuracy.days.map { day in
                    [
                        "day": .string(UTCDay(number: day.number).description),
                        "documents": .number(JSONNumber(day.documents)), "right": .number(JSONNumber(day.right)),
                        "accuracy": JSONValue(Rounded.to4(day.accuracy)),
                    ]
                }
            )
        }
    }

    private static func without(_ reason: String) -> JSONObject {
        var object = JSONObject()
        object["verdict"] = .string(DriftVerdict.waiting.rawValue)
        object["reason"] = .string(reason)
        return object
    }
}

/// Figures as people read them.
private enum Rounded {
    static func to4(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

    static func percent(_ share: Double) -> String { "\((share * 1_000).rounded() / 10)%" }
}

extension DriftFigure {
    fileprivate var json: JSONValue {
        var object = JSONObject()
        object["psi"] = psi.map { JSONValue(Rounded.to4($0)) } ?? .null
        object["verdict"] = .string(verdict.rawValue)
        object["documents_needed"] = documentsNeeded.map { .number(JSONNumber($0)) } ?? .null
        object["text"] = .string(text)
        return .object(object)
    }

    /// The figure in plain words.
    var text: String {
        switch (verdict, documentsNeeded) {
        case (.waiting, nil): "too few documents were held out of the training to compare \(words) with"
        case (.waiting, let needed?): "no figure for \(words) before \(needed) documents"
        case (.stable, _): "\(words) are as in training"
        case (.watch, _): "\(words) have moved away from training; keep an eye on them"
        case (.act, _): "\(words) are far from training; look at recent messages, a new training may be due"
        }
    }

    private var words: String {
        switch feature {
        case .labels: "predicted labels"
        case .scores: "scores"
        case .lengths: "text lengths"
        case .unknownTerms: "unknown terms"
        }
    }
}

extension LabelShift {
    fileprivate func json(_ labels: [String]) -> JSONValue {
        let name = labels.indices.contains(label) ? labels[label] : ""
        let (now, before) = (Rounded.percent(share), Rounded.percent(trainingShare))
        return [
            "label": .string(name), "share": JSONValue(Rounded.to4(share)),
            "training_share": JSONValue(Rounded.to4(trainingShare)),
            "text": .string("\(now) of the answers are \"\(name)\", in training \(before)"),
        ]
    }
}
