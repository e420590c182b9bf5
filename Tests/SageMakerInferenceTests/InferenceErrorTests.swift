import HTTP
import JSON
import SageMakerInference
import Testing

struct InferenceErrorTests {
    private static let types = "application/json, application/jsonlines, text/csv, text/plain"

    @Test(
        arguments: [
            (
                "image/png", nil, "x", 415, "unsupported_content_type",
                "Content-Type \"image/png\" is not supported; send one of \(types)"
            ),
            (
                "nonsense", nil, "x", 415, "unsupported_content_type",
                "Content-Type \"nonsense\" is not supported; send one of \(types)"
            ),
            (
                "text/csv; charset=utf-16", nil, "x", 415, "unsupported_charset",
                "charset \"utf-16\" is not supported; send utf-8, iso-8859-1 or windows-1252"
            ),
            (
                "text/csv; header=maybe", nil, "x", 400, "invalid_content_type_parameter",
                "the parameter \"header\" of Content-Type must be present or absent"
            ),
            (
                "text/csv; label_size=-1", nil, "x", 400, "invalid_content_type_parameter",
                "the parameter \"label_size\" of Content-Type must be a number from 0 to 100"
            ),
            (
                "application/json", "application/x-npy, text/html", "[]", 406, "not_acceptable",
                "no type of Accept \"application/x-npy, text/html\" can be given; ask for one of \(types)"
            ),
            ("application/json", nil, "", 400, "empty_body", "the body holds no record; send at least one"),
            ("text/plain", nil, "\n \n", 400, "empty_body", "the body holds no record; send at least one"),
            (
                "application/json", nil, "{\"instances\":[}", 400, "invalid_json",
                "JSON line 1, column 15 (byte 14): expected a value, found \"}\""
            ),
            (
                "application/json", nil, "12", 400, "unexpected_json",
                "the body must be {\"instances\":[...]}, an array of records, or one record, found a number"
            ),
            (
                "text/csv; header=present", nil, "id,nome\n1,x", 400, "no_text_column",
                "the CSV header names no column of text; looked for text, message, inputs, source; found id, nome"
            ),
            (
                "application/json", nil, "{\"instances\":[],\"configuration\":{\"k\":0}}", 400, "invalid_top_k",
                "configuration.k must be a whole number of at least 1"
            ),
            (
                "application/json", nil, "{\"inputs\":[],\"parameters\":{\"top_k\":\"x\"}}", 400, "invalid_top_k",
                "parameters.top_k must be a whole number of at least 1"
            ),
            (
                "application/json", nil, "[1,2,3,4]", 413, "too_many_records",
                "a request may hold at most 3 records; send several requests"
            ),
            (
                "text/plain", nil, "1\n2\n3\n4", 413, "too_many_records",
                "a request may hold at most 3 records; send several requests"
            ),
            (
                "text/csv", nil, "1\n2\n3\n4", 413, "too_many_records",
                "a request may hold at most 3 records; send several requests"
            ),
        ] as [(String, String?, String, Int, String, String)]
    )
    func badRequestGetsAStatusAndAMessage(
        contentType: String,
        accept: String?,
        body: String,
        status: Int,
        code: String,
        message: String
    ) throws {
        var limits = InvocationLimits()
        limits.records = 3
        let response = try InferenceRouter.stub(limits: limits).invoke(body, contentType, accept: accept)
        #expect(response.status.rawValue == status)
        #expect(response.headers["Content-Type"] == "application/json")
        let error = try JSONValue(parsing: response.body)["error"]
        #expect(error?["code"]?.stringValue == code)
        #expect(error?["message"]?.stringValue == message)
    }

    @Test(arguments: ["top_k=0", "top_k=x", "k=-1", "top_k="])
    func impossibleCountInTheQueryIsNamed(query: String) throws {
        let response = try InferenceRouter.stub().invoke("[\"a\"]", query: query)
        #expect(response.status == .badRequest)
        #expect(response.text.contains("must be a whole number of at least 1"))
    }

    @Test func tooManyValuesAreRefused() throws {
        var limits = InvocationLimits()
        limits.jsonValues = 3
        let response = try InferenceRouter.stub(limits: limits).invoke(
            "[{\"text\":\"a\",\"b\":1}]",
            accept: "text/plain"
        )
        #expect(response.text == "JSON line 1, column 18 (byte 17): a document may hold at most 3 values")
    }

    @Test func unreadableCSVHeaderIsNamed() throws {
        let response = try InferenceRouter.stub().invoke([0x61, 0xFF], "text/csv; header=present")
        #expect(response.status == .badRequest)
        #expect(response.text.contains("\"invalid_csv\""))
    }

    @Test(arguments: [
        (ModelSlot.State.loading, "the model is still being loaded; try again when /ping answers 200"),
        (.failed, "the model could not be loaded; see the log of the container"),
    ])
    func withoutModelTheServiceIsUnavailable(state: ModelSlot.State, message: String) throws {
        let response = try InferenceRouter.stub(state: state).invoke("[\"a\"]", accept: "text/plain")
        #expect(response.status == .serviceUnavailable)
        #expect(response.text == message)
    }

    @Test func lostAnswerIsAFaultOfTheServer() throws {
        let router = try InferenceRouter.stub(state: .ready(ServedModel(ForgetfulClassifier())))
        let response = router.invoke("[\"a\",\"b\"]", accept: "text/plain")
        #expect(response.status == .internalServerError)
        #expect(response.text == "the classifier gave 1 answers for 2 texts; this is a fault of the server")
    }

    @Test(
        arguments: [
            ("GET", "/invocations", 405, "POST"), ("POST", "/execution-parameters", 405, "GET, HEAD"),
            ("GET", "/nothing", 404, nil), ("POST", "/invocations/", 404, nil),
        ] as [(String, String, Int, String?)]
    )
    func wrongPathOrMethodIsNamed(method: String, path: String, status: Int, allow: String?) throws {
        let request = HTTPRequest(method: HTTPMethod(rawValue: method), path: path)
        let response = try InferenceRouter.stub().respond(to: request)
        #expect(response.status.rawValue == status)
        #expect(response.headers["Allow"] == allow)
    }

    @Test(arguments: [nil, "text/plain"])
    func longMessageIsCutOnACharacter(accept: String?) {
        for unit in ["é", "\u{1}", "\"", "😀"] {
            let kind = InferenceError.Kind.invalidContentTypeParameter(
                name: "x",
                allowed: String(repeating: unit, count: 3_000)
            )
            let response = InferenceError(kind).response(accept: accept)
            #expect(response.body.count <= 2_048)
            #expect(response.body.count > 1_500)
            #expect(String(validating: response.body, as: UTF8.self) != nil)
            if accept == nil { #expect(throws: Never.self) { try JSONValue(parsing: response.body) } }
        }
    }
}
