public import Foundation

/// The synthetic messages that the repository carries.
public enum SampleMessages {
    /// The folder of the repository.
    public static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The bytes of `local_test/test_dir/input/data/CHANNEL/messages.csv`.
    public static func csv(channel: String) throws -> Data {
        try Data(
            contentsOf: repository.appendingPathComponent("local_test/test_dir/input/data/\(channel)/messages.csv")
        )
    }
}
