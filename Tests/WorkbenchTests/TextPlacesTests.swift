import Testing
import TextCore

@testable import Workbench

struct TextPlacesTests {
    @Test func linesCountFromOneAndScalarsFromZero() {
        let places = TextPlaces(Text("# 🎭 é\n\nمرحبا\n"))
        let text = Text("# 🎭 é\n\nمرحبا\n")
        let last = text.bytes.count - 2
        #expect(places.line(0) == 1 && places.line(8) == 1)
        #expect(places.line(last) == 3)
        #expect(places.scalar(text.bytes.count) == 13)
    }
}
