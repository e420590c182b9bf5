import Testing

@testable import MLflow

struct ArtifactLocationTests {
    private static let service = "/api/2.0/mlflow-artifacts/artifacts"

    @Test(arguments: [
        ("mlflow-artifacts:/1/r/artifacts", "/1/r/artifacts"), ("mlflow-artifacts:/1/r/artifacts/", "/1/r/artifacts"),
        ("mlflow-artifacts:/a b/r", "/a%20b/r"), ("mlflow-artifacts:/a%20b/r", "/a%20b/r"),
        ("mlflow-artifacts://m.example:5000/1/r", "/1/r"),
    ])
    func filesGoThroughTheServer(uri: String, path: String) {
        let location = ArtifactLocation(uri: uri, baseURL: "http://m.example:5000")
        #expect(location?.path == Self.service + path)
        #expect(location?.uri == uri)
    }

    @Test func addressOfTheServerItselfIsTaken() {
        let uri = "https://m.example/x/api/2.0/mlflow-artifacts/artifacts/1/r"
        #expect(ArtifactLocation(uri: uri, baseURL: "https://m.example/x")?.path == Self.service + "/1/r")
    }

    @Test(arguments: [
        "s3://bucket/1/r", "file:///mlruns/1/r", "/mlruns/1/r", "", "https://other.example/1/r",
        "mlflow-artifacts://other.example/1/r", "https://m.example.evil/1",
    ])
    func otherPlacesGetNothing(uri: String) {
        #expect(ArtifactLocation(uri: uri, baseURL: "https://m.example") == nil)
    }

    @Test func namesAreEscapedAndKeepTheirFolders() {
        let location = ArtifactLocation(uri: "mlflow-artifacts:/1/r", baseURL: "https://m")
        #expect(location?.path(of: "figures/a b?.svg") == Self.service + "/1/r/figures/a%20b%3F.svg")
    }
}
