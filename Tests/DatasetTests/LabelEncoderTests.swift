import Dataset
import Testing

struct LabelEncoderTests {
    @Test func labelsAscendByTheirBytes() {
        let encoder = LabelEncoder(fitting: ["b", "a", "é", "Z", "a", ""])
        #expect(encoder.classes == ["", "Z", "a", "b", "é"])
        for (index, label) in encoder.classes.enumerated() { #expect(encoder.encode(label) == index) }
        #expect(encoder.encode("unknown") == nil)
    }
}
