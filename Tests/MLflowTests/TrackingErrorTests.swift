import HTTP
import HTTPClient
import Testing

@testable import MLflow

struct TrackingErrorTests {
    @Test(arguments: [
        (400, "INVALID_PARAMETER_VALUE", "no", "cannot x: the server answered 400 INVALID_PARAMETER_VALUE: no", false),
        (500, nil, "", "cannot x: the server answered 500", false),
        (
            404, "RESOURCE_DOES_NOT_EXIST", "gone", "cannot x: the server answered 404 RESOURCE_DOES_NOT_EXIST: gone",
            false
        ),
        (
            404, nil, "", "cannot x: the server answered 404 (no MLflow server is there; check MLFLOW_TRACKING_URI)",
            false
        ),
        (
            403, nil, "no",
            "cannot x: the server answered 403 (check MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, "
                + "or MLFLOW_TRACKING_TOKEN): no", true
        ),
    ])
    func refusalsSayWhatToDo(status: Int, code: String?, message: String, text: String, isFinal: Bool) {
        let error = TrackingError(.refused(HTTPStatus(rawValue: status), code: code, message: message), "x")
        #expect(error.description == text)
        #expect(error.isFinal == isFinal)
    }

    @Test(arguments: [
        (
            TrackingError.Kind.outOfTime,
            "cannot x: the time is up; raise CARTEIRO_MLFLOW_SECONDS or look at the server",
            true
        ),
        (
            .unreadableAnswer, "cannot x: the answer is not that of an MLflow server; check MLFLOW_TRACKING_URI", false
        ),
        (
            .artifactsElsewhere(uri: "s3://b"),
            "cannot x: files of this run go to s3://b, not through the server; start it with --serve-artifacts", false
        ),
        (
            .unanswered(ClientError(.unreadableFile(path: "f"), url: "u")),
            "cannot x: cannot send f to u: the file cannot be read; check that it is there", false
        ),
        (
            .unanswered(ClientError(.unreachable, url: "u")),
            "cannot x: cannot ask u: nobody answers there; check address and server", true
        ),
    ])
    func othersDoToo(kind: TrackingError.Kind, text: String, isFinal: Bool) {
        let error = TrackingError(kind, "x")
        #expect(error.description == text)
        #expect(error.isFinal == isFinal)
    }
}
