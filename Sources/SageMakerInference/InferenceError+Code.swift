extension InferenceError {
    /// The words for programs; each is also a series of `/metrics`.
    enum Code: String, CaseIterable, Sendable {
        case unsupportedContentType = "unsupported_content_type"
        case unsupportedCharset = "unsupported_charset"
        case invalidContentTypeParameter = "invalid_content_type_parameter"
        case notAcceptable = "not_acceptable"
        case emptyBody = "empty_body"
        case invalidJSON = "invalid_json"
        case unexpectedJSON = "unexpected_json"
        case invalidCSV = "invalid_csv"
        case noTextColumn = "no_text_column"
        case unusableRecord = "unusable_record"
        case tooManyRecords = "too_many_records"
        case recordTooLong = "record_too_long"
        case documentTooLong = "document_too_long"
        case noRoomForAnswer = "no_room_for_answer"
        case connectionFailed = "connection_failed"
        case invalidTopK = "invalid_top_k"
        case invalidExplain = "invalid_explain"
        case notFound = "not_found"
        case methodNotAllowed = "method_not_allowed"
        case modelNotReady = "model_not_ready"
        case modelUnavailable = "model_unavailable"
        case modelNotFound = "model_not_found"
        case modelAlreadyLoaded = "model_already_loaded"
        case modelMemory = "insufficient_model_memory"
        case modelFolderNotFound = "model_folder_not_found"
        case modelUnusable = "model_unusable"
        case invalidModelName = "invalid_model_name"
        case invalidModelURL = "invalid_model_url"
        case missingModelField = "missing_model_field"
        case invalidPageLimit = "invalid_page_limit"
        case unusableFeedback = "unusable_feedback"
        case feedbackTooLong = "feedback_too_long"
        case feedbackFull = "feedback_full"
        case feedbackNotWritten = "feedback_not_written"
        case internalError = "internal_error"
    }

    /// The word for the kind of this error.
    var word: Code {
        switch kind {
        case .unsupportedContentType: .unsupportedContentType
        case .unsupportedCharset: .unsupportedCharset
        case .invalidContentTypeParameter: .invalidContentTypeParameter
        case .notAcceptable: .notAcceptable
        case .emptyBody: .emptyBody
        case .invalidJSON: .invalidJSON
        case .unexpectedJSON: .unexpectedJSON
        case .invalidCSV: .invalidCSV
        case .noTextColumn: .noTextColumn
        case .unusableRecord: .unusableRecord
        case .tooManyRecords: .tooManyRecords
        case .recordTooLong: .recordTooLong
        case .documentTooLong: .documentTooLong
        case .noRoomForAnswer: .noRoomForAnswer
        case .connectionFailed: .connectionFailed
        case .invalidTopK: .invalidTopK
        case .invalidExplain: .invalidExplain
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .modelNotReady: .modelNotReady
        case .modelUnavailable: .modelUnavailable
        case .modelNotFound: .modelNotFound
        case .modelAlreadyLoaded: .modelAlreadyLoaded
        case .modelMemory: .modelMemory
        case .modelFolderNotFound: .modelFolderNotFound
        case .modelUnusable: .modelUnusable
        case .invalidModelName: .invalidModelName
        case .invalidModelURL: .invalidModelURL
        case .missingModelField: .missingModelField
        case .invalidPageLimit: .invalidPageLimit
        case .unusableFeedback: .unusableFeedback
        case .feedbackTooLong: .feedbackTooLong
        case .feedbackFull: .feedbackFull
        case .feedbackNotWritten: .feedbackNotWritten
        case .answerCount: .internalError
        }
    }
}
