/// The members of an object in the order they were written; each key is there once.
///
/// Look-up walks the members while they are few, and uses a hash table once they are many.
public struct JSONObject: Sendable, Equatable {
    /// One key with its value.
    public struct Member: Sendable, Equatable {
        /// The key, with its escapes decoded.
        public let key: String
        /// The value.
        public internal(set) var value: JSONValue
    }

    /// Up to this many members a walk is faster than a hash table, and costs no allocation.
    static let maximumWalkedMembers = 16

    /// The members in their order.
    public private(set) var members: [Member] = []
    private var positions: [String: Int] = [:]

    /// Creates an object without members.
    public init() {}

    /// How many members there are.
    public var count: Int { members.count }

    /// Whether there is no member.
    public var isEmpty: Bool { members.isEmpty }

    /// The keys in their order.
    public var keys: [String] { members.map(\.key) }

    /// The value of `key`; assigning replaces it in its place or appends it, `nil` removes it.
    public subscript(key: String) -> JSONValue? {
        get { position(of: key).map { members[$0].value } }
        set {
            guard let newValue else { return remove(key) }
            if let position = position(of: key) {
                members[position].value = newValue
            } else {
                insertNew(key, newValue)
            }
        }
    }

    /// Appends a member; `false` when the key is there already, and then nothing changes.
    mutating func append(_ key: String, _ value: JSONValue) -> Bool {
        guard position(of: key) == nil else { return false }
        insertNew(key, value)
        return true
    }

    private func position(of key: String) -> Int? {
        members.count <= Self.maximumWalkedMembers ? members.firstIndex { $0.key == key } : positions[key]
    }

    private mutating func insertNew(_ key: String, _ value: JSONValue) {
        members.append(Member(key: key, value: value))
        if members.count == Self.maximumWalkedMembers + 1 {
            indexMembers()
        } else if members.count > Self.maximumWalkedMembers {
            positions[key] = members.count - 1
        }
    }

    private mutating func remove(_ key: String) {
        guard let position = position(of: key) else { return }
        members.remove(at: position)
        indexMembers()
    }

    private mutating func indexMembers() {
        positions = [:]
        guard members.count > Self.maximumWalkedMembers else { return }
        for (position, member) in members.enumerated() { positions[member.key] = position }
    }
}
