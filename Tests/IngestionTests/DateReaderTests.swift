import Testing
import TextCore

@testable import Ingestion

struct DateReaderTests {
    @Test(arguments: [
        ("2024-03-01", "2024-03-01"), ("2024-03-01T10:00:00Z", "2024-03-01T10:00:00Z"),
        ("2024-03-01 10:00", "2024-03-01T10:00"), ("1 March 2024", "2024-03-01"),
        ("Mar 1, 2024", "2024-03-01"), ("1 марта 2024 г.", "2024-03-01"),
        ("1 березня 2024", "2024-03-01"), ("1. März 2024", "2024-03-01"),
        ("2024年3月1日", "2024-03-01"), ("01.03.2024, 12:30", "2024-03-01T12:30"),
        ("١ مارس ٢٠٢٤", nil), ("soon", nil), ("", nil), ("99.99.2024", nil),
    ])
    func datesBecomeISO(written: String, iso: String?) {
        let languages = ["en", "ru", "uk", "de", "zh"].compactMap(LanguageTag.init)
        #expect(DateReader(languages).iso(written) == iso)
    }
}
