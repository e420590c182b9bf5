import Dataset
import Testing

struct FrozenArrayTests {
    @Test func elementsAreThoseOfTheArray() {
        let array = FrozenArray<UInt16>([5, 6, 7])
        #expect(Array(array) == [5, 6, 7])
        #expect(array.count == 3)
        #expect(array == FrozenArray([5, 6, 7]))
        #expect(array != FrozenArray([5, 6]))
        #expect(array.withSpan { $0[1] } == 6)
        #expect(FrozenArray<Float>([]).isEmpty)
    }
}
