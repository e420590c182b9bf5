/// What is wrong with a gzip stream, and where.
public struct GzipError: Error, Equatable, CustomStringConvertible {
    /// The kinds of fault.
    public enum Kind: Equatable, Sendable {
        /// The bytes are not what RFC 1952 asks for, or a checksum does not fit.
        case corrupt(String)
        /// The stream ends inside a member.
        case truncated
        /// The stream unpacks to more than this many bytes.
        case outputTooLong(limit: Int)
        /// zlib did not get the memory that it needs.
        case outOfMemory
    }

    /// What is wrong.
    public var kind: Kind
    /// The offset in the compressed stream, counted from 0.
    public var byte: Int

    /// Creates an error of a kind at an offset.
    public init(_ kind: Kind, byte: Int) {
        self.kind = kind
        self.byte = byte
    }

    /// The place, what is wrong and what to do.
    public var description: String {
        switch kind {
        case .corrupt(let reason): "gzip, byte \(byte): \(reason); the file is damaged, pack or copy it again"
        case .truncated: "gzip, byte \(byte): the stream ends too early; copy the file again"
        case .outputTooLong(let limit): "gzip, byte \(byte): unpacks to more than \(limit) bytes; split the file"
        case .outOfMemory: "gzip: not enough memory"
        }
    }
}
