/// The outer marks of the gzip format (RFC 1952).
public enum GzipFormat {
    /// The bytes that each member begins with (RFC 1952 section 2.3.1).
    public static let magic: [UInt8] = [0x1F, 0x8B]

    /// Whether the bytes begin as a gzip stream does.
    public static func matches(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: magic)
    }
}
