/// Method, target and version of a request (RFC 9112 section 3).
struct RequestLine: Sendable {
    /// The minor version of HTTP/1; 0 or 1 here, as higher ones are read as 1 (RFC 9110 section 2.5).
    var minorVersion: Int
    var method: HTTPMethod
    var path: String
    var query: String?

    /// The longest method name that is read; a longer one is answered by 501 (RFC 9112 section 3).
    static let methodBytes = 32

    private static let versionPrefix: StaticString = "HTTP/"

    /// Parses the line in `range` of `bytes`, without its line end.
    init(_ bytes: [UInt8], _ range: Range<Int>, limits: HTTPLimits) throws(HTTPError) {
        let line = bytes.span.extracting(range)
        let methodEnd = try Self.methodEnd(line)
        let targetStart = methodEnd + 1
        var targetEnd = targetStart
        while targetEnd < line.count, ByteClass.isTarget(line[targetEnd]) { targetEnd += 1 }
        guard targetEnd > targetStart else { throw HTTPError(.malformedRequestLine) }
        guard targetEnd < line.count else { throw HTTPError(.malformedRequestLine) }
        guard line[targetEnd] == ByteClass.space else { throw HTTPError(.malformedTarget) }
        guard targetEnd - targetStart <= limits.targetBytes else {
            throw HTTPError(.targetTooLong(limit: limits.targetBytes))
        }
        minorVersion = try Self.minorVersion(line.extracting((targetEnd + 1)...))
        method = Self.method(line.extracting(..<methodEnd))
        let origin = try Self.originForm(line, targetStart..<targetEnd, method: method)
        (path, query) = Self.split(line, origin)
    }

    private static func methodEnd(_ line: Span<UInt8>) throws(HTTPError) -> Int {
        var end = 0
        while end < line.count, ByteClass.isToken(line[end]) { end += 1 }
        guard end <= methodBytes else { throw HTTPError(.methodTooLong(limit: methodBytes)) }
        guard end > 0, end < line.count, line[end] == ByteClass.space else { throw HTTPError(.malformedRequestLine) }
        return end
    }

    /// The common methods come without building a string.
    private static func method(_ name: Span<UInt8>) -> HTTPMethod {
        if name.equals("POST") { return .post }
        if name.equals("GET") { return .get }
        if name.equals("HEAD") { return .head }
        return HTTPMethod(rawValue: String(copying: name))
    }

    private static func minorVersion(_ version: Span<UInt8>) throws(HTTPError) -> Int {
        guard version.count == 8, version.extracting(..<5).equals(versionPrefix), version[6] == UInt8(ascii: "."),
            let major = ByteClass.digit(version[5]), let minor = ByteClass.digit(version[7])
        else { throw HTTPError(.malformedRequestLine) }
        guard major == 1 else { throw HTTPError(.unsupportedVersion) }
        return min(minor, 1)
    }

    /// The part of the target from the path on; the absolute form loses scheme and authority (RFC 9112 section 3.2.2).
    private static func originForm(
        _ line: Span<UInt8>,
        _ target: Range<Int>,
        method: HTTPMethod
    ) throws(HTTPError) -> Range<Int> {
        if line[target.lowerBound] == ByteClass.slash { return target }
        let text = line.extracting(target)
        if text.equals("*"), method == .options { return target }
        guard text.count > 7, text.extracting(..<7).equalsIgnoringCase("http://") else {
            throw HTTPError(.malformedTarget)
        }
        var start = target.lowerBound + 7
        while start < target.upperBound, line[start] != ByteClass.slash, line[start] != ByteClass.questionMark {
            start += 1
        }
        guard start > target.lowerBound + 7 else { throw HTTPError(.malformedTarget) }
        return start..<target.upperBound
    }

    private static func split(_ line: Span<UInt8>, _ target: Range<Int>) -> (path: String, query: String?) {
        var end = target.lowerBound
        while end < target.upperBound, line[end] != ByteClass.questionMark { end += 1 }
        let path = end == target.lowerBound ? "/" : String(copying: line.extracting(target.lowerBound..<end))
        guard end < target.upperBound else { return (path, nil) }
        return (path, String(copying: line.extracting((end + 1)..<target.upperBound)))
    }
}
