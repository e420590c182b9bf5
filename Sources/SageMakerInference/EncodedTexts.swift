import JSON

/// Keys or values as they stand in JSON, one after another in one buffer.
struct EncodedTexts: Sendable {
    private var bytes: [UInt8] = []
    /// Where each text begins, and at the end where the last one ends.
    private var places = [0]

    /// How many texts there are.
    var count: Int { places.count - 1 }

    /// Appends a text.
    mutating func append(_ text: [UInt8]) {
        bytes += text
        places.append(bytes.count)
    }

    /// Writes a text for a key.
    func writeKey(_ index: Int, to writer: inout JSONWriter) {
        writer.key(encoded: bytes.span.extracting(places[index]..<places[index + 1]))
    }

    /// Writes a text for a value.
    func writeValue(_ index: Int, to writer: inout JSONWriter) {
        writer.value(encoded: bytes.span.extracting(places[index]..<places[index + 1]))
    }
}
