extension DocumentLevels {
    /// A place for each feature of the forest and for that which ends a spine.
    @unsafe
    struct Pointers {
        let levels: UnsafePointer<UInt8>
        let presence: UnsafePointer<UInt8>
    }

    /// Calls `body` with the level of each feature, and with 1 where the document has it, else 0.
    func withUnsafeLevels<Result>(_ body: (Pointers) -> Result) -> Result {
        unsafe levels.withUnsafeBufferPointer { levels in
            unsafe presence.withUnsafeBufferPointer { presence in
                guard let levels = levels.baseAddress, let presence = presence.baseAddress else {
                    preconditionFailure("every document has the feature that ends a spine")
                }
                return unsafe body(Pointers(levels: levels, presence: presence))
            }
        }
    }
}
