/// All that an analyzer needs to give the terms of the training again; part of the artifact.
public struct AnalyzerState: Sendable, Equatable {
    /// The settings of the training.
    public var parameters: AnalyzerParameters
    /// The language decided at training; nil when each document decides for itself.
    public var language: Language?
    /// For each language the surface-form map in the format of `FormMap`.
    public var formMaps: [Language: [UInt8]]

    /// Creates a state from its parts, as an artifact reader does; the form maps are checked when an analyzer is made.
    public init(parameters: AnalyzerParameters, language: Language?, formMaps: [Language: [UInt8]]) {
        self.parameters = parameters
        self.language = language
        self.formMaps = formMaps
    }
}
