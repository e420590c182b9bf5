import RandomForest
import Synchronization

/// The explainer of a forest, made when the first explanation is asked for, since most servers never need it.
final class SharedExplainer: Sendable {
    private let forest: Forest
    private let made = Mutex<ForestExplainer?>(nil)

    init(_ forest: Forest) {
        self.forest = forest
    }

    /// The explainer; those who ask while it is made wait for it.
    var explainer: ForestExplainer {
        made.withLock { made in
            if let made { return made }
            let explainer = ForestExplainer(forest)
            made = explainer
            return explainer
        }
    }
}
