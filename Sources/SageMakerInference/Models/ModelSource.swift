/// Where the models are: one in a slot, or several in a store.
enum ModelSource: Sendable {
    case single(ModelSlot)
    case several(ModelStore)

    /// A model that is ready, with its name where there are several.
    struct Item: Sendable {
        let name: String?
        let model: ServedModel
    }

    /// The models that are ready.
    var loaded: [Item] {
        switch self {
        case .single(let slot):
            guard let model = try? slot.model() else { return [] }
            return [Item(name: nil, model: model)]
        case .several(let store):
            return store.models.compactMap { name, loaded in
                (try? loaded.model()).map { Item(name: name.text, model: $0) }
            }
        }
    }
}
