import HTTP
import SageMakerInference
import Testing

/// Records that cannot be used: named in real time, answered in their place in batch.
struct RecordFaultTests {
    @Test(arguments: [
        (
            "application/json", #"{"instances":["a",{"id":1,"problem":"x"}]}"#,
            "record 1 (counted from 0): no text; looked for text, message, inputs, source, features, "
                + "data.features.values; found id, problem"
        ),
        (
            "application/json", "[{}]",
            "record 0 (counted from 0): no text; looked for text, message, inputs, source, features, "
                + "data.features.values; found no field at all"
        ),
        (
            "application/json", #"[{"text":1}]"#,
            #"record 0 (counted from 0): the field "text" must be a string, found a number"#
        ),
        (
            "application/json", #"[{"features":["a","b"]}]"#,
            #"record 0 (counted from 0): the field "features" must be a string, found an array of 2 values"#
        ),
        (
            "application/json", #"[{"data":{"features":{"values":[null]}}}]"#,
            #"record 0 (counted from 0): the field "data.features.values[0]" must be a string, found null"#
        ),
        (
            "application/json", "[\"a\",3]",
            "record 1 (counted from 0): a record must be a string or an object with a text, found a number"
        ),
        (
            "application/jsonlines", "\"a\"\n{\"text\":}",
            "record 1 (counted from 0): JSON line 2, column 9 (byte 12): expected a value, found \"}\""
        ),
        (
            "text/csv", "a\nb,c\n",
            "record 1 (counted from 0): CSV line 2: found 2 fields, but without a header a record has 1; quote texts "
                + "that contain a comma, or send a header"
        ),
        (
            "text/csv", "id,text\n1,a,b\n",
            "record 0 (counted from 0): CSV line 2: found 3 fields, but the header has 2; quote fields that contain a "
                + "comma"
        ),
        (
            "text/csv", "a\n\"b\nc",
            "record 1 (counted from 0): CSV line 2, byte 2: the quote that opens here is never closed; close it, or "
                + "double each quote inside a quoted field"
        ),
    ])
    func realTimeNamesTheRecord(contentType: String, body: String, message: String) throws {
        let response = try InferenceRouter.stub().invoke(body, contentType, accept: "text/plain")
        #expect(response.status == .badRequest)
        #expect(response.text == message)
    }

    @Test func invalidUTF8NamesLineAndByte() throws {
        let router = try InferenceRouter.stub()
        let plain = router.invoke([0x61, 0x0A, 0x62, 0xE3, 0x6F], "text/plain", accept: "text/plain")
        #expect(
            plain.text == "record 1 (counted from 0): line 2, byte 3: the text is not UTF-8; send it as UTF-8, or name "
                + "its charset in Content-Type"
        )
        let csv = router.invoke([0x61, 0x0A, 0x62, 0xE3, 0x6F], "text/csv", accept: "text/plain")
        #expect(csv.text.hasPrefix("record 1 (counted from 0): CSV line 2, byte 3: field 1 is not UTF-8"))
    }

    @Test(arguments: [
        ("application/json", #"{"instances":["cupom",{"id":1},3,"troca"]}"#, ["cupom", "", "", "troca"]),
        ("application/json", "{\"text\":\"cupom\"}\n{]\n{\"text\":\"troca\"}\n", ["cupom", "", "troca"]),
        ("application/json", "{\"instances\":", [""]),
        ("application/json", "7", [""]),
        ("application/jsonlines", "\"cupom\"\n\n{\"text\":1}\n{\n\"troca\"\n", ["cupom", "", "", "", "troca"]),
        ("text/csv", "cupom\na,b\ntroca", ["cupom", "", "troca"]),
        ("text/csv", "cupom\n\"never closed\ntroca\ncupom\n", ["cupom", "", "troca", "cupom"]),
        ("text/csv", "cupom\n\"x\"y\n\"troca\nend\"\n", ["cupom", "", "", "outro, \"x\""]),
        ("text/csv", "id,text\n1,cupom\n2\n3,troca", ["cupom", "", "troca"]),
    ])
    func batchAnswersEveryRecord(contentType: String, body: String, labels: [String]) throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_BATCH": "true", "SAGEMAKER_INFERENCE_OUTPUT": "label"])
        let response = router.invoke(body, contentType, accept: "text/plain")
        #expect(response.status == .ok)
        #expect(response.text == labels.map { $0 + "\n" }.joined())
    }

    @Test func batchCountsBlankLines() throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_BATCH": "True"])
        let other = "{\"label\":\"outro, \\\"x\\\"\",\"score\":0.55}\n"
        for type in ["text/plain", "text/csv"] {
            #expect(router.invoke("\n\n", type, accept: "application/jsonlines").text == other + other)
        }
        let lines = router.invoke("\n", "application/jsonlines")
        #expect(lines.text == "{\"label\":\"\",\"score\":null,\"error\":\"the line is blank\"}\n")
    }

    @Test func manyUnclosedQuotesCostNoMoreThanTheirLines() throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_BATCH": "true"])
        let response = router.invoke(String(repeating: "\"a\n", count: 20_000), "text/csv", accept: "text/plain")
        #expect(response.text == String(repeating: "\n", count: 20_000))
    }

    @Test func batchCSVHasAColumnForTheError() throws {
        let router = try InferenceRouter.stub(["SAGEMAKER_BATCH": "true"])
        let expected =
            "cupom,0.75,\n,,\"CSV line 2: found 2 fields, but without a header a record has 1; quote texts that "
            + "contain a comma, or send a header\"\n"
        #expect(router.invoke("cupom\na,b", "text/csv", accept: "text/csv").text == expected)
    }
}
