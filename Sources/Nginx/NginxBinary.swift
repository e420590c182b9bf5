internal import Glibc

/// Finds the program nginx.
public enum NginxBinary {
    /// Where Debian keeps nginx; the PATH of a container often lacks it.
    private static let usualFolders = ["/usr/sbin", "/usr/local/sbin", "/usr/local/nginx/sbin"]

    /// The path of nginx in the folders of `searchPath`, separated by colons, or in the usual ones.
    public static func locate(searchPath: String) throws(NginxError) -> String {
        let folders = searchPath.split(separator: ":").map(String.init) + usualFolders
        for folder in folders {
            let candidate = folder + "/nginx"
            if unsafe access(candidate, X_OK) == 0 { return candidate }
        }
        throw NginxError(.notFound, path: folders.joined(separator: ":"))
    }
}
