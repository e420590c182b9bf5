import Dataset
import Testing

struct FingerprintTests {
    private func value(_ add: (inout Fingerprint) -> Void) -> UInt64 {
        var fingerprint = Fingerprint()
        add(&fingerprint)
        return fingerprint.value
    }

    @Test func sameInputsGiveTheSameNumber() {
        #expect(value { $0.add("pedido") } == value { $0.add(Array("pedido".utf8)) })
        #expect(value { _ in } == 0xCBF2_9CE4_8422_2325)
    }

    @Test func eachChangeOfOneByteGivesAnotherNumber() {
        let bytes = [UInt8](0..<40)
        var seen: Set<UInt64> = [value { $0.add(bytes) }]
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << UInt8(bit)
                #expect(seen.insert(value { $0.add(changed) }).inserted)
            }
            #expect(seen.insert(value { $0.add(bytes[..<index]) }).inserted)
        }
    }

    @Test func textsDoNotRunIntoEachOther() {
        let splits = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["c", "ab"]]
        let values = splits.map { texts in value { for text in texts { $0.add(text) } } }
        #expect(Set(values).count == splits.count)
    }
}
