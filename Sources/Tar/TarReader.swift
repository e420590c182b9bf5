/// What comes next in an archive.
public enum TarEvent: Equatable, Sendable {
    /// A regular file begins; its name has no `./` before it.
    case file(name: String, size: Int)
    /// The next bytes of the file.
    case bytes(ArraySlice<UInt8>)
    /// The file is complete.
    case endOfFile
}

/// Reads the regular files of a tar archive from chunks: ustar, and the long names of pax and GNU tar.
///
/// Folders, links and devices are passed over. Memory is that of one header.
public struct TarReader: Sendable {
    /// The longest name of an entry, and so the longest header of pax or GNU that is read.
    public static let mostNameBytes = 1 << 16

    private enum State {
        case header
        case data(Content, remaining: Int)
        case padding(Int)
        case ended
    }

    /// What the data of an entry is.
    private enum Content {
        case file
        /// The name of the next entry, as GNU tar writes it.
        case longName
        /// Records of pax about the next entry.
        case extended
        case other
    }

    private var state = State.header
    private var held: [UInt8] = []
    private var longName: String?
    private var offset = 0
    private var entryOffset = 0

    /// Creates a reader at the beginning of an archive.
    public init() {}

    /// Reads the next bytes of the archive.
    ///
    /// - Throws: `TarError` at the first entry that cannot be read.
    public mutating func append(_ chunk: [UInt8]) throws(TarError) -> [TarEvent] {
        var events: [TarEvent] = []
        var rest = chunk[...]
        while !rest.isEmpty {
            let before = rest.count
            switch state {
            case .ended: return events
            case .header: try readHeader(&rest, &events)
            case .padding(let count):
                let skipped = min(count, rest.count)
                rest = rest.dropFirst(skipped)
                state = skipped == count ? .header : .padding(count - skipped)
            case .data(let content, let remaining):
                try readData(content, remaining, &rest, &events)
            }
            offset += before - rest.count
        }
        return events
    }

    /// Checks that the archive is complete; archives without the two empty blocks at the end are too.
    ///
    /// - Throws: `TarError` when it ends inside an entry.
    public func finish() throws(TarError) {
        switch state {
        case .ended: return
        case .header where held.isEmpty: return
        default: throw TarError(.cutOff, offset: entryOffset)
        }
    }

    private mutating func readHeader(_ rest: inout ArraySlice<UInt8>, _ events: inout [TarEvent]) throws(TarError) {
        if held.isEmpty { entryOffset = offset }
        let taken = rest.prefix(TarHeader.length - held.count)
        held += taken
        rest = rest.dropFirst(taken.count)
        guard held.count == TarHeader.length else { return }
        defer { held.removeAll() }
        guard held.contains(where: { $0 != 0 }) else {
            state = .ended
            return
        }
        guard let header = TarHeader(held[...]) else { throw TarError(.damagedHeader, offset: entryOffset) }
        let content = Self.content(of: header.type)
        if content == .longName || content == .extended {
            guard header.size <= Self.mostNameBytes else { throw TarError(.longName, offset: entryOffset) }
        }
        if content == .file {
            events.append(.file(name: Self.plain(longName ?? header.name), size: header.size))
            if header.size == 0 { events.append(.endOfFile) }
        }
        if content == .file || content == .other { longName = nil }
        length = header.size
        state = header.size > 0 ? .data(content, remaining: header.size) : .header
    }

    /// The size of the entry at hand.
    private var length = 0

    private mutating func readData(
        _ content: Content,
        _ remaining: Int,
        _ rest: inout ArraySlice<UInt8>,
        _ events: inout [TarEvent]
    ) throws(TarError) {
        let taken = rest.prefix(remaining)
        rest = rest.dropFirst(taken.count)
        switch content {
        case .file: events.append(.bytes(taken))
        case .longName, .extended: held += taken
        case .other: break
        }
        guard taken.count == remaining else {
            state = .data(content, remaining: remaining - taken.count)
            return
        }
        switch content {
        case .file: events.append(.endOfFile)
        case .longName: longName = TarHeader.text(held[...])
        case .extended: longName = Self.path(inRecords: held) ?? longName
        case .other: break
        }
        held.removeAll()
        let overhang = length % TarHeader.length
        state = overhang == 0 ? .header : .padding(TarHeader.length - overhang)
    }

    private static func content(of type: UInt8) -> Content {
        switch type {
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): .file
        case UInt8(ascii: "L"): .longName
        case UInt8(ascii: "x"): .extended
        default: .other
        }
    }

    /// The value of `path` in records `LENGTH KEY=VALUE\n`.
    private static func path(inRecords bytes: [UInt8]) -> String? {
        var rest = bytes[...]
        while let space = rest.firstIndex(of: 0x20) {
            guard let length = Int(String(decoding: rest[..<space], as: UTF8.self)), length > space - rest.startIndex,
                length <= rest.count
            else { return nil }
            let record = rest[(space + 1)..<(rest.startIndex + length)]
            if record.starts(with: "path=".utf8) {
                return String(decoding: record.dropFirst(5).prefix { $0 != 0x0A }, as: UTF8.self)
            }
            rest = rest.dropFirst(length)
        }
        return nil
    }

    private static func plain(_ name: String) -> String {
        var name = name[...]
        while name.hasPrefix("./") { name = name.dropFirst(2) }
        return String(name)
    }
}
