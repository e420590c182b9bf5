import JSON

extension InvocationDecoder {
    /// Reads one text a line; the type has no other way to send several.
    ///
    /// The lines of JSON Lines are those of any text: ended by LF or CRLF, the last one perhaps not.
    func decodePlainText(_ lines: JSONLines) throws(InferenceError) -> Invocation {
        var records: [InvocationRecord] = []
        for line in lines where isBatch || !line.isBlank {
            try requireRoom(for: records.count + 1)
            records.append(Self.record(lines.bytes(of: line).span, line: line))
        }
        return Invocation(records: records)
    }

    private static func record(_ text: Span<UInt8>, line: JSONLines.Line) -> InvocationRecord {
        do {
            return InvocationRecord(String(copying: try UTF8Span(validating: text)))
        } catch {
            let byte = line.range.lowerBound + error.byteOffsets.lowerBound
            return InvocationRecord(.invalidUTF8(line: line.number, byte: byte))
        }
    }
}
