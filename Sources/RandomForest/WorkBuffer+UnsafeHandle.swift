/// Memory for a fixed number of elements that has one owner; what the loops that grow trees read and write.
///
/// An array in its place costs a uniqueness check and often a retain for each write. Bounds are checked in debug builds
/// only, and so by all tests: the checks are a sixth of a tree's instructions, and every index comes from arrays that were
/// checked before growing began, never from outside. It is not `Sendable`, so only one thread writes.
@safe
struct WorkBuffer<Element: BitwiseCopyable>: ~Copyable {
    private let storage: UnsafeMutableBufferPointer<Element>

    /// Makes a buffer of `count` equal elements.
    init(repeating element: Element, count: Int) {
        unsafe storage = .allocate(capacity: count)
        unsafe storage.initialize(repeating: element)
    }

    deinit {
        unsafe storage.deallocate()
    }

    /// The number of elements.
    var count: Int { unsafe storage.count }

    /// The element at `position`.
    ///
    /// - Precondition: `position` is below `count`.
    ///
    /// Writing is no mutation: the buffer stays where it is, so a loop can keep its address in a register.
    @inline(__always)
    subscript(position: Int) -> Element {
        get {
            assert(UInt(bitPattern: position) < UInt(bitPattern: unsafe storage.count), "index out of range")
            return unsafe storage[position]
        }
        nonmutating set {
            assert(UInt(bitPattern: position) < UInt(bitPattern: unsafe storage.count), "index out of range")
            unsafe storage[position] = newValue
        }
    }

    /// Makes all elements equal.
    func fill(with element: Element) {
        unsafe storage.update(repeating: element)
    }
}
