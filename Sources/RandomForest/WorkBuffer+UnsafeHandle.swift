/// Memory for a fixed number of elements that has one owner; what the loops that grow trees read and write.
///
/// An array in its place costs a uniqueness check and often a retain for each write. Every access is bounds-checked, so
/// nothing that is done to a buffer is unsafe; it is not `Sendable`, so only one thread does it.
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

    /// The element at `position`; traps outside the buffer.
    ///
    /// Writing is no mutation: the buffer stays where it is, so a loop can keep its address in a register.
    @inline(__always)
    subscript(position: Int) -> Element {
        get {
            precondition(UInt(bitPattern: position) < UInt(bitPattern: unsafe storage.count), "index out of range")
            return unsafe storage[position]
        }
        nonmutating set {
            precondition(UInt(bitPattern: position) < UInt(bitPattern: unsafe storage.count), "index out of range")
            unsafe storage[position] = newValue
        }
    }

    /// Makes all elements equal.
    func fill(with element: Element) {
        unsafe storage.update(repeating: element)
    }
}
