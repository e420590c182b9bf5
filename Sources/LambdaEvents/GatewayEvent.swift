internal import FoundationEssentials
internal import HTTP
internal import JSON

/// An event that a gateway made of an HTTP request.
struct GatewayEvent {
    let event: JSONValue
    private var context: JSONValue { event["requestContext"] ?? .null }

    init(_ event: JSONValue) {
        self.event = event
    }

    /// The request of a payload of format 2.0, as HTTP APIs and function URLs send it.
    func requestOfVersion2() throws(LambdaEventError) -> HTTPRequest {
        guard let method = context["http"]?["method"]?.stringValue else {
            throw LambdaEventError(.missingField("requestContext.http.method"))
        }
        guard let path = event["rawPath"]?.stringValue ?? context["http"]?["path"]?.stringValue else {
            throw LambdaEventError(.missingField("rawPath"))
        }
        let query = event["rawQueryString"]?.stringValue ?? ""
        return HTTPRequest(
            method: HTTPMethod(rawValue: method),
            path: withoutStage(path),
            query: query.isEmpty ? nil : query,
            headers: singleHeaders(),
            body: try body()
        )
    }

    /// The request of a payload of format 1.0, as REST APIs send it, HTTP APIs on demand, and load balancers much alike.
    func requestOfVersion1() throws(LambdaEventError) -> HTTPRequest {
        guard let method = event["httpMethod"]?.stringValue else { throw LambdaEventError(.missingField("httpMethod")) }
        guard let path = event["path"]?.stringValue else { throw LambdaEventError(.missingField("path")) }
        return HTTPRequest(
            method: HTTPMethod(rawValue: method),
            path: withoutStage(path),
            query: query(),
            headers: multiHeaders() ?? singleHeaders(),
            body: try body()
        )
    }

    /// A stage with a name stands before the path in format 2.0.
    private func withoutStage(_ path: String) -> String {
        guard let stage = context["stage"]?.stringValue, !stage.isEmpty, path.hasPrefix("/\(stage)") else {
            return path
        }
        let rest = path.dropFirst(stage.count + 1)
        if rest.isEmpty { return "/" }
        return rest.hasPrefix("/") ? String(rest) : path
    }

    private func singleHeaders() -> HTTPHeaders {
        var headers: HTTPHeaders = [:]
        for member in event["headers"]?.objectValue?.members ?? [] {
            if let value = member.value.stringValue { headers.append(member.key, value) }
        }
        return headers
    }

    private func multiHeaders() -> HTTPHeaders? {
        guard let members = event["multiValueHeaders"]?.objectValue?.members else { return nil }
        var headers: HTTPHeaders = [:]
        for member in members {
            for value in (member.value.arrayValue ?? []).compactMap(\.stringValue) { headers.append(member.key, value) }
        }
        return headers
    }

    private func query() -> String? {
        var pairs: [String] = []
        if let members = event["multiValueQueryStringParameters"]?.objectValue?.members {
            for member in members {
                pairs += (member.value.arrayValue ?? []).compactMap(\.stringValue).map { pair(member.key, $0) }
            }
        } else {
            for member in event["queryStringParameters"]?.objectValue?.members ?? [] {
                if let value = member.value.stringValue { pairs.append(pair(member.key, value)) }
            }
        }
        return pairs.isEmpty ? nil : pairs.joined(separator: "&")
    }

    /// REST APIs decode names and values, load balancers leave them as they came.
    private func pair(_ name: String, _ value: String) -> String {
        guard context["elb"] == nil else { return "\(name)=\(value)" }
        return "\(PercentCoding.encode(name))=\(PercentCoding.encode(value))"
    }

    private func body() throws(LambdaEventError) -> [UInt8] {
        switch event["body"] ?? .null {
        case .null: return []
        case .string(let text):
            guard event["isBase64Encoded"]?.boolValue == true else { return Array(text.utf8) }
            guard let data = Data(base64Encoded: text) else { throw LambdaEventError(.invalidBase64) }
            return [UInt8](data)
        case let other: throw LambdaEventError(.unexpectedBody(found: other.kindName))
        }
    }
}
