/// Why bytes are not a tar archive, and where.
public struct TarError: Error, Equatable, CustomStringConvertible {
    /// The kinds of fault.
    public enum Kind: Equatable, Sendable {
        /// A header's checksum differs, or a field of it is no number.
        case damagedHeader
        /// The archive ends inside an entry.
        case cutOff
        /// A header that gives a long name is longer than `TarReader.mostNameBytes`.
        case longName
    }

    /// What is wrong.
    public var kind: Kind
    /// The offset of the entry's header in bytes.
    public var offset: Int

    /// Creates an error about the entry at an offset.
    public init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    /// What is wrong, where, and what to do.
    public var description: String {
        switch kind {
        case .damagedHeader: "tar byte \(offset): this is no header of an entry; the archive is damaged, pack it again"
        case .cutOff: "tar byte \(offset): the archive ends inside this entry; copy or pack it again"
        case .longName:
            "tar byte \(offset): the entry's name is longer than \(TarReader.mostNameBytes) bytes; pack it with a shorter one"
        }
    }
}
