import Testing

@testable import HTTP

struct ByteClassTests {
    @Test
    func tokenCharactersAreThoseOfTheRFC() {
        let list = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
        for byte in UInt8.min ... .max {
            #expect(ByteClass.isToken(byte) == Array(list.utf8).contains(byte))
        }
    }

    @Test
    func decimalNumbersAreWritten() {
        for value in [0, 1, 9, 10, 99, 100, 6_291_456, Int.max] {
            var buffer: [UInt8] = []
            buffer.append(decimal: value)
            #expect(String(decoding: buffer, as: UTF8.self) == "\(value)")
        }
    }
}
