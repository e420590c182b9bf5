/// An array that is read in place, from memory of its own or from a mapped file that it keeps alive.
///
/// Copies share the storage. Reading is bounds-checked as an array's.
@safe
public struct FrozenArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable, RandomAccessCollection {
    @usableFromInline let owner: AnyObject
    @usableFromInline let storage: UnsafeBufferPointer<Element>

    /// Creates an array from elements that it keeps a copy of.
    public init(_ elements: [Element]) {
        let box = FrozenBox(elements)
        owner = box
        unsafe storage = UnsafeBufferPointer(box.storage)
    }

    /// Creates an array over memory that `owner` keeps valid and unchanged for as long as it lives.
    ///
    /// - Precondition: `bytes` is aligned for `Element`, and its length is a multiple of the element's stride.
    @unsafe public init(reading bytes: UnsafeRawBufferPointer, owner: AnyObject) {
        self.owner = owner
        unsafe storage = bytes.bindMemory(to: Element.self)
    }

    /// Always 0.
    @inlinable public var startIndex: Int { 0 }
    /// The number of elements.
    @inlinable public var endIndex: Int { unsafe storage.count }

    /// The element at `position`; traps outside the array.
    @inlinable
    public subscript(position: Int) -> Element {
        precondition(UInt(bitPattern: position) < UInt(bitPattern: endIndex), "index out of range")
        return unsafe storage[position]
    }

    /// The elements without bounds checks, valid for as long as this array is.
    @unsafe @inlinable public var unsafeElements: UnsafeBufferPointer<Element> { unsafe storage }

    /// Calls `body` with the elements in place.
    @inlinable
    public func withSpan<Result>(_ body: (Span<Element>) -> Result) -> Result {
        let span = unsafe Span(_unsafeElements: storage)
        return body(span)
    }
}

extension FrozenArray: Equatable where Element: Equatable {
    /// Whether both hold the same elements.
    public static func == (left: Self, right: Self) -> Bool {
        left.elementsEqual(right)
    }
}

/// Memory that lives as long as the arrays that read it.
@safe private final class FrozenBox<Element: BitwiseCopyable> {
    let storage: UnsafeMutableBufferPointer<Element>

    init(_ elements: [Element]) {
        unsafe storage = .allocate(capacity: elements.count)
        _ = unsafe storage.initialize(fromContentsOf: elements)
    }

    deinit {
        unsafe storage.deallocate()
    }
}
