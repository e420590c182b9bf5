// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

/// A library of the product; the order of the list below is the order in which data travels.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one library, with what they use beside it.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
    name: "carteiro",
    products: [
        .executable(name: "carteiro", targets: ["carteiro"]),
        // For the package in Benchmarks alone; nothing outside the repository should depend on it.
        .library(
            name: "CarteiroLibraries",
            targets: [
                "CSV", "JSON", "TextAnalysis", "Dataset", "FeatureExtraction", "RandomForest", "TextClassification",
                "HTTP",
            ]
        ),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),

        library("CSV"),
        library("JSON"),
        library("Gzip", ["CZlib"]),
        library("Tar"),
        library("RecordIO"),
        library("Parquet", ["Gzip", "CZstd"]),
        library("BinaryFiles", ["CZlib"]),
        library("TextAnalysis", ["BinaryFiles", "CStemmer"]),
        library("Dataset"),
        library("FeatureExtraction", ["Dataset", "TextAnalysis"]),
        library("RandomForest", ["Dataset"]),
        library("Evaluation", ["Dataset"]),
        library("Calibration", ["Dataset", "Evaluation"]),
        library("DriftDetection"),
        library(
            "TextClassification",
            ["Dataset", "TextAnalysis", "FeatureExtraction", "RandomForest", "Evaluation", "Calibration"]
        ),
        library("TrainingReport", ["JSON", "Evaluation"]),
        library("AutomaticReplies", ["JSON", "TextAnalysis", "TextClassification"]),
        library(
            "ModelArtifact",
            [
                "AutomaticReplies", "BinaryFiles", "Dataset", "DriftDetection", "JSON", "TextAnalysis",
                "FeatureExtraction",
                "RandomForest", "Calibration",
                "TextClassification",
            ]
        ),
        library("HTTP"),
        library("Threads", ["CLinux"]),
        library("HTTPServer", ["CLinux", "HTTP", "Threads", logging]),
        library("HTTPClient", ["CCurl", "HTTP"]),
        library("MLflow", ["HTTP", "HTTPClient", "JSON", logging]),
        library("LambdaEvents", ["HTTP", "JSON"]),
        library("LambdaRuntime", ["HTTP", "HTTPClient", "LambdaEvents", logging]),
        library("Nginx", ["Threads", logging]),
        library(
            "SageMakerTraining",
            [
                "CSV", "JSON", "Gzip", "Tar", "Parquet", "RecordIO", "Dataset", "TextAnalysis", "FeatureExtraction",
                "RandomForest",
                "DriftDetection", "Evaluation", "Calibration", "TextClassification", "TrainingReport",
                "AutomaticReplies", "ModelArtifact", logging,
            ]
        ),
        library(
            "SageMakerInference",
            [
                "AutomaticReplies", "CLinux", "CSV", "DriftDetection", "JSON", "HTTP", "TextAnalysis",
                "TextClassification", "ModelArtifact", logging,
            ]
        ),
        .executableTarget(
            name: "carteiro",
            dependencies: [
                "AutomaticReplies", "Dataset", "HTTP", "HTTPServer", "LambdaRuntime", "MLflow", "Nginx", "JSON",
                "FeatureExtraction", "TextAnalysis", "TextClassification", "ModelArtifact", "SageMakerInference",
                "SageMakerTraining", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        .target(
            name: "TestSupport",
            dependencies: ["HTTP", "HTTPClient", "HTTPServer", "JSON", logging],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        tests(of: "CSV"),
        tests(of: "JSON", ["Dataset"]),
        tests(of: "Gzip"),
        tests(of: "Tar"),
        tests(of: "RecordIO"),
        tests(of: "Parquet"),
        tests(of: "BinaryFiles", ["TestSupport"]),
        .testTarget(
            name: "TextAnalysisTests",
            dependencies: ["TextAnalysis"],
            exclude: ["Fixtures"],
            swiftSettings: strict
        ),
        tests(of: "Dataset"),
        tests(of: "FeatureExtraction", ["Dataset", "TextAnalysis"]),
        tests(of: "RandomForest", ["Dataset"]),
        tests(of: "Evaluation", ["Dataset"]),
        tests(of: "Calibration", ["Dataset"]),
        tests(of: "DriftDetection", ["Dataset"]),
        tests(
            of: "TextClassification",
            ["Dataset", "TextAnalysis", "FeatureExtraction", "RandomForest", "Evaluation"]
        ),
        tests(of: "TrainingReport", ["JSON", "Evaluation"]),
        .testTarget(
            name: "AutomaticRepliesTests",
            dependencies: ["AutomaticReplies", "JSON", "TextAnalysis", "TextClassification"],
            exclude: ["Fixtures"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ModelArtifactTests",
            dependencies: [
                "ModelArtifact", "AutomaticReplies", "BinaryFiles", "Calibration", "Dataset", "DriftDetection",
                "JSON",
                "TextAnalysis", "FeatureExtraction", "RandomForest", "TextClassification",
            ],
            exclude: ["Fixtures"],
            swiftSettings: strict
        ),
        tests(of: "HTTP", ["Dataset"]),
        tests(of: "Threads"),
        tests(of: "HTTPServer", ["Dataset", "HTTP", "HTTPClient", "Threads", logging]),
        tests(of: "HTTPClient", ["HTTP"]),
        tests(of: "MLflow", ["HTTP", "HTTPClient", "HTTPServer", "JSON", "TestSupport", logging]),
        tests(of: "LambdaEvents", ["HTTP", "JSON"]),
        tests(of: "LambdaRuntime", ["HTTP", "LambdaEvents", "TestSupport", logging]),
        tests(of: "Nginx", ["HTTP", "HTTPClient", "HTTPServer", logging]),
        tests(
            of: "SageMakerTraining",
            [
                "AutomaticReplies", "Calibration", "Dataset", "TextAnalysis", "FeatureExtraction", "RandomForest",
                "JSON", "Gzip", "RecordIO", "DriftDetection", "TextClassification", "TrainingReport", "ModelArtifact",
                logging,
            ]
        ),
        tests(
            of: "SageMakerInference",
            ["AutomaticReplies", "CSV", "Dataset", "DriftDetection", "HTTP", "JSON", "TextClassification", logging]
        ),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["TestSupport", "carteiro", "HTTP", "HTTPClient", "JSON", "CSV"],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)

// The image is built without the tests, so that a change of a test does not build the program anew.
if Context.environment["CARTEIRO_WITHOUT_TESTS"] != nil {
    package.targets.removeAll { $0.type == .test || $0.name == "TestSupport" }
}
