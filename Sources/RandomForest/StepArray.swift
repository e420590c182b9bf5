public import Dataset

/// The steps of a forest's spines, packed back to back so that a walk reads one run of bytes; see `StepForm`.
public struct StepArray: Sendable, Equatable {
    /// All steps.
    public let bytes: FrozenArray<UInt8>
    let form: StepForm

    /// The widths that steps can have; each tells one form.
    public static let widths = 5...8

    /// Takes stored steps of `width` bytes.
    ///
    /// - Throws: `RandomForestError` when the bytes don't make whole steps of one of the widths.
    public init(bytes: FrozenArray<UInt8>, width: Int) throws(RandomForestError) {
        guard let form = StepForm(width: width), bytes.count % width == 0 else {
            throw RandomForestError(.malformed("its steps are cut short"))
        }
        self.bytes = bytes
        self.form = form
    }

    /// The number of bytes of a step.
    public var width: Int { form.width }

    /// The number of steps.
    public var count: Int { bytes.count / width }

    subscript(step: Int) -> Step {
        bytes.withSpan { form.step(in: $0, at: step * form.width) }
    }
}
