import Dispatch
import Synchronization

/// The models of the multi-model mode, loaded and unloaded while others predict.
public final class ModelStore: Sendable {
    private enum Entry: Sendable {
        /// Being loaded or unloaded; its bytes count.
        case moving(bytes: Int)
        case loaded(LoadedModel)

        var bytes: Int {
            switch self {
            case .moving(let bytes): bytes
            case .loaded(let model): model.bytes
            }
        }
    }

    /// How long an unload waits for requests that still run.
    private static let patienceSeconds = 60.0

    private let loader: any ModelLoading
    private let budgetBytes: Int
    private let entries = Mutex<[ModelName: Entry]>([:])

    /// Creates an empty store that holds models of at most `budgetBytes` together.
    public init(loader: any ModelLoading, budgetBytes: Int) {
        self.loader = loader
        self.budgetBytes = budgetBytes
    }

    /// Loads the model of the folder `url`; returns when it is ready.
    func load(_ name: ModelName, url: String) throws(InferenceError) {
        if has(name) { throw InferenceError(.modelAlreadyLoaded) }
        let folder = try ModelFolder(url: url)
        guard let bytes = loader.bytes(folder: folder.path) else { throw InferenceError(.modelFolderNotFound) }
        try reserve(bytes, for: name)
        do {
            let model = LoadedModel(try loader.open(folder: folder.path), url: url, bytes: bytes)
            entries.withLock { $0[name] = .loaded(model) }
        } catch {
            entries.withLock { $0[name] = nil }
            loader.trim()
            throw error
        }
    }

    /// Takes a model out; returns when the requests that use it have ended and its memory is given back.
    func unload(_ name: ModelName) throws(InferenceError) {
        let released = try take(name)
        _ = released.wait(timeout: .now() + Self.patienceSeconds)
        loader.trim()
        entries.withLock { $0[name] = nil }
    }

    /// The model of a name; who holds it keeps it in memory.
    func model(_ name: ModelName) throws(InferenceError) -> LoadedModel {
        guard case .loaded(let model)? = entries.withLock({ $0[name] }) else { throw InferenceError(.modelNotFound) }
        return model
    }

    /// Runs `body` with a model, whose memory is not given back before.
    func withModel<Result>(
        _ name: ModelName,
        _ body: (ServedModel) throws(InferenceError) -> Result
    ) throws(InferenceError) -> Result {
        let loaded = try model(name)
        // The memory of an unloaded model counts as free once `loaded` is, so it must outlive the model's last use.
        defer { withExtendedLifetime(loaded) {} }
        return try body(loaded.model())
    }

    /// All models that are ready, in the order of their names.
    var models: [(name: ModelName, model: LoadedModel)] {
        entries.withLock { $0 }
            .compactMap { name, entry in
                if case .loaded(let model) = entry { (name, model) } else { nil }
            }
            .sorted { $0.name < $1.name }
    }

    private func has(_ name: ModelName) -> Bool {
        entries.withLock { $0[name] != nil }
    }

    private func reserve(_ bytes: Int, for name: ModelName) throws(InferenceError) {
        try entries.withLock { entries throws(InferenceError) in
            if entries[name] != nil { throw InferenceError(.modelAlreadyLoaded) }
            let used = entries.values.reduce(0) { $0 + $1.bytes }
            guard bytes <= budgetBytes - used else {
                throw InferenceError(.modelMemory(needed: bytes, free: max(0, budgetBytes - used)))
            }
            entries[name] = .moving(bytes: bytes)
        }
    }

    /// Lets go of a model; its bytes count until they are free.
    private func take(_ name: ModelName) throws(InferenceError) -> DispatchSemaphore {
        try entries.withLock { entries throws(InferenceError) in
            guard case .loaded(let model)? = entries[name] else { throw InferenceError(.modelNotFound) }
            entries[name] = .moving(bytes: model.bytes)
            return model.released
        }
    }
}
