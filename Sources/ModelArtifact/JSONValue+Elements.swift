import JSON

extension JSONValue {
    /// What `transform` makes of the elements of an array; `nil` when this is no array, or for one element it gives `nil`.
    func elements<Element>(_ transform: (JSONValue) -> Element?) -> [Element]? {
        guard let values = arrayValue else { return nil }
        let elements = values.compactMap(transform)
        return elements.count == values.count ? elements : nil
    }
}
