import JSON
import Testing

struct JSONValueTests {
    @Test func membersKeepTheirOrder() throws {
        let value = try JSONValue(parsing: #"{"z":1,"a":2,"m":3}"#)
        #expect(value.objectValue?.keys == ["z", "a", "m"])
        #expect(value["a"]?.intValue == 2)
        #expect(value["none"] == nil)
    }

    @Test func lookUpWorksOnBothSidesOfTheHashThreshold() {
        var object = JSONObject()
        for index in 0..<40 { object["k\(index)"] = .number(JSONNumber(index)) }
        object["k3"] = "replaced"
        object["k5"] = nil
        #expect(object.count == 39)
        #expect(object["k3"] == "replaced")
        #expect(object["k5"] == nil)
        for index in 6..<40 { #expect(object["k\(index)"]?.intValue == index) }
    }

    @Test(
        arguments: [
            ("3", 3, 3.0), ("3.0", 3, 3.0), ("3e2", 300, 300.0), ("-7", -7, -7.0), ("2.5", nil, 2.5),
            ("9223372036854775807", .max, 9_223_372_036_854_775_807.0), ("1e300", nil, 1e300), ("1e999", nil, nil),
        ] as [(String, Int?, Double?)]
    )
    func numberIsReadAsWholeOrDouble(text: String, int: Int?, double: Double?) throws {
        let value = try JSONValue(parsing: text)
        #expect(value.intValue == int)
        #expect(value.doubleValue == double)
        #expect(value.description == text)
    }

    @Test func accessorsOfOtherKindsAreNil() {
        let value: JSONValue = "text"
        #expect(value.stringValue == "text")
        #expect(value.boolValue == nil && value.intValue == nil && value.arrayValue == nil && value["a"] == nil)
        #expect(
            [JSONValue.null, true, 1, "a", [], [:]].map(\.kindName)
                == ["null", "a boolean", "a number", "a string", "an array", "an object"]
        )
    }
}
