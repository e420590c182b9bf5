import CSV
import JSON
import TextClassification

extension InvocationEncoder {
    /// One row an answer and no header; lists are JSON in one field, as AWS's XGBoost container writes them.
    ///
    /// In batch the last of the usual columns is the error, empty for a good record, so that all rows have one width.
    func encodeCSV(_ answers: [RecordAnswer], width: Int?) -> [UInt8] {
        var writer = CSVWriter()
        let columns = keys(listing: width, usual: usualColumns)
        for answer in answers {
            for column in columns { writer.write(field: field(column, of: answer, k: answer.k ?? width)) }
            if explains {
                writer.write(field: answer.explanation.map { part in json { write(part, to: &$0) } } ?? "")
            }
            writer.endRecord()
        }
        return writer.bytes
    }

    private func field(_ key: OutputKey, of answer: RecordAnswer, k: Int?) -> String {
        if let field = decisionField(key, of: answer) { return field }
        return switch answer.outcome {
        case .success(let prediction): field(key, of: prediction, best: answer.best, k: k)
        case .failure(let fault): key == .error ? fault.description : ""
        }
    }

    private func field(_ key: OutputKey, of prediction: Prediction, best: Int?, k: Int?) -> String {
        switch key {
        case .label, .predictedLabel: best.map(label) ?? ""
        case .score, .probability: best.map { prediction.probabilities[$0].description } ?? ""
        case .rawScore: best.map { prediction.votes[$0].description } ?? ""
        case .rawScores: json { writeShares(prediction.listedClasses(k), of: prediction.votes, to: &$0) }
        case .labels: json { writeLabels(prediction.listedClasses(k), to: &$0) }
        case .scores: json { writeShares(prediction.listedClasses(k), of: prediction.probabilities, to: &$0) }
        case .probabilities: json { writeShares(prediction.listedClasses(nil), of: prediction.probabilities, to: &$0) }
        case .terms: String(prediction.terms)
        case .knownTerms: String(prediction.knownTerms)
        case .isAutomatic, .idTemplate, .reason, .error: ""
        }
    }

    private func json(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
