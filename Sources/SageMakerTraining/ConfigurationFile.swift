internal import JSON

/// A JSON file that the service wrote.
enum ConfigurationFile {
    /// The most bytes that a configuration file may have.
    static let mostBytes = 16 << 20

    /// The file's object, or `nil` when there is no such file.
    static func read(_ path: String) throws(TrainingError) -> JSONObject? {
        guard let bytes = try FileReader.contents(of: path, atMost: mostBytes) else { return nil }
        return try object(of: bytes, path: path)
    }

    static func object(of bytes: [UInt8], path: String) throws(TrainingError) -> JSONObject {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw TrainingError(.configuration(error.description), at: path)
        }
        guard let object = value.objectValue else {
            throw TrainingError(.configuration("expected a JSON object, found \(value.kindName)"), at: path)
        }
        return object
    }
}
