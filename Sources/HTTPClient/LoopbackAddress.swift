/// This machine's addresses of its own, which no proxy can reach.
enum LoopbackAddress {
    /// Whether the host of an http or https URL is one.
    static func isHost(of url: String) -> Bool {
        // Of http://HOST/PATH the third part is the host.
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return false }
        let authority = parts[2].prefix { $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        return ["localhost", "[::1]"].contains { names($0, host) } || host.hasPrefix("127.")
    }

    private static func names(_ name: String, _ host: Substring) -> Bool {
        host == name || host.hasPrefix(name + ":")
    }
}
