/// Writes small archives by the definition of the format.
struct TarSample {
    private(set) var bytes: [UInt8] = []

    /// Appends an entry; `size` is written in place of the content's where it is given.
    mutating func add(
        _ name: String,
        _ content: [UInt8] = [],
        type: Character = "0",
        prefix: String = "",
        size: String? = nil
    ) {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
        }
        put(String(name.prefix(100)), at: 0)
        put("0000644", at: 100)
        put(size ?? Self.octal(content.count, digits: 11), at: 124)
        put(String(type), at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(prefix, at: 345)
        put("        ", at: 148)
        put(Self.octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + "\0 ", at: 148)
        bytes += header + content + [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    /// Appends the two empty blocks at the end.
    mutating func end() {
        bytes += [UInt8](repeating: 0, count: 1024)
    }

    static func octal(_ number: Int, digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
