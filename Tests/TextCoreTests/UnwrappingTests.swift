import Testing
import TextCore

struct UnwrappingTests {
    @Test(arguments: [
        ("The port\nis open.", "The port is open."),
        ("Порт  \n\tзакрыт.", "Порт закрыт."),
        ("Порт\r\nвідкрито.", "Порт відкрито."),
        ("وصل\nالوزير.", "وصل الوزير."),
        ("Der Hafen\n\nist offen .", "Der Hafen ist offen ."),
        ("部长今天\n抵达了。", "部长今天抵达了。"),
        ("これは父の\n 家です。", "これは父の家です。"),
        ("장관이\n도착했다.", "장관이 도착했다."),
        ("รัฐมนตรี\nเดินทาง", "รัฐมนตรีเดินทาง"),
        ("部长 met\n王毅", "部长 met 王毅"),
        ("The end\n.", "The end."),
        ("e\u{301}\n🎭", "é 🎭"),
        ("one line", "one line"),
        ("\n \n", ""),
    ])
    func aSentenceStandsOnOneLine(wrapped: String, expected: String) {
        let text = Text(wrapped)
        #expect(String(decoding: text.unwrapped(text.span), as: UTF8.self) == expected)
    }
}
