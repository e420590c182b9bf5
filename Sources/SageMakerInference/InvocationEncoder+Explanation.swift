import JSON
import TextClassification

extension InvocationEncoder {
    /// The key of an explanation, and the name of its column.
    static let explanationKey = "explanation"

    /// Writes an explanation as one object; its numbers add up to `raw_score`.
    func write(_ explanation: Explanation, to writer: inout JSONWriter) {
        writer.beginObject()
        write(Keys.base, explanation.base, to: &writer)
        write(Keys.rawScore, explanation.rawScore, to: &writer)
        writer.key(encoded: Keys.terms)
        writer.beginArray()
        for term in explanation.terms { write(term, to: &writer) }
        writer.endArray()
        write(Keys.absent, explanation.absent, to: &writer)
        write(Keys.rest, explanation.rest, to: &writer)
        writer.endObject()
    }

    private func write(_ term: Explanation.Term, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key(encoded: Keys.term)
        writer.string(term.term)
        write(Keys.contribution, term.contribution, to: &writer)
        writer.key(encoded: Keys.spans)
        writer.beginArray()
        for span in term.spans {
            writer.beginArray()
            writer.int(span.lowerBound)
            writer.int(span.upperBound)
            writer.endArray()
        }
        writer.endArray()
        writer.endObject()
    }

    /// Eight digits are more than enough, and half as long as all.
    private func write(_ key: [UInt8], _ value: Double, to writer: inout JSONWriter) {
        writer.key(encoded: key)
        writer.float(Float(value))
    }
}

/// The keys of an explanation as they stand in JSON; an explanation has dozens of them.
private enum Keys {
    static let base = Array("\"base\":".utf8)
    static let rawScore = Array("\"raw_score\":".utf8)
    static let terms = Array("\"terms\":".utf8)
    static let term = Array("\"term\":".utf8)
    static let contribution = Array("\"contribution\":".utf8)
    static let spans = Array("\"spans\":".utf8)
    static let absent = Array("\"absent\":".utf8)
    static let rest = Array("\"rest\":".utf8)
}
