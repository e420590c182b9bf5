import FeatureExtraction
import RandomForest
import TextAnalysis
import TextClassification

extension TrainingError {
    /// What a fault of the learning code means for the job: data and parameters are the user's.
    init(_ error: TextClassificationError) {
        switch error.kind {
        case .noDocuments, .oneLabel, .newLabels, .features, .analysis:
            self.init(.parameters(error.description))
        case .forest(let fault):
            switch fault.kind {
            case .parameter, .data: self.init(.parameters(error.description))
            case .malformed: self.init(.unexpected(error.description))
            }
        case .mismatch:
            self.init(.unexpected(error.description))
        }
    }
}
