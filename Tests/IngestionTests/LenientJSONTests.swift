import Testing

@testable import Ingestion

struct LenientJSONTests {
    @Test(arguments: [
        (#"{"a":"b"}"#, "b"), (#"<!-- {"a":"b",} -->"#, "b"), ("{\"a\":\"b\nc\"}", "b\nc"),
        (#"{"x":[1,{"y":null}],"a":["b","c"]}"#, "b"), (#"{"a":"\u0416\ud83d\ude00"}"#, "Ж😀"),
        (#"{"a":"\ud800x"}"#, "\u{FFFD}x"), (#"{"a":"\ud800\u0041"}"#, "\u{FFFD}A"),
        (#"{"a":"cut"#, "cut"), (#"{"a":"q\""#, "q\""),
    ])
    func whatCanBeReadIsRead(json: String, value: String) {
        #expect(LenientJSON.parse(Array(json.utf8))["a"]?.string == value)
    }

    @Test(arguments: [
        "", "[", "{", "{\"", "{\"a\":", "]}", "{:::}", "[,,,]", "{\"a\" \"b\"}",
        String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 50_000),
        String(repeating: "\\u", count: 50_000),
    ])
    func nothingHangsOrCrashes(json: String) {
        #expect(LenientJSON.parse(Array(json.utf8)).objects.count < 1_001)
    }
}
