internal import LambdaEvents

/// A start that failed.
public enum InitializationFailure: Sendable {
    /// Tells Lambda, at the runtime API of `address`, why the function cannot start; `code` is one word.
    ///
    /// - Throws: `RuntimeAPIError` when Lambda does not take it.
    public static func report(code: String, message: String, to address: String) throws(RuntimeAPIError) {
        try RuntimeAPI(address: address).send(initFailure: LambdaFailure(code: code, message: message))
    }
}
