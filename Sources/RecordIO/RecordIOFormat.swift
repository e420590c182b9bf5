/// The bytes of RecordIO, as dmlc-core (`recordio.h`) defines them and SageMaker's Pipe mode wraps objects in.
///
///     record = part+
///     part   = magic (4 bytes) · word (4 bytes) · payload · 0 to 3 zero bytes, up to a multiple of 4
///     word   = length of the payload (low 29 bits) + kind of the part << 29
///
/// All numbers are little-endian. A writer cuts a record wherever its payload holds the magic at a multiple of 4, and
/// leaves the magic out; so a reader puts it back between two parts.
public enum RecordIOFormat {
    /// The first four bytes of a part.
    public static let magic: [UInt8] = [0x0A, 0x23, 0xD7, 0xCE]
    /// The bytes before the payload.
    static let headBytes = 8
    /// The bits of the length.
    static let lengthBits: UInt32 = 29

    /// What a part is of its record.
    enum Part: UInt32 {
        case whole = 0
        case first = 1
        case middle = 2
        case last = 3
    }

    /// Whether the bytes begin as RecordIO does.
    public static func matches(_ bytes: some Sequence<UInt8>) -> Bool {
        bytes.starts(with: magic)
    }

    /// The zero bytes behind a payload.
    static func padding(after length: Int) -> Int {
        (4 - length % 4) % 4
    }
}
