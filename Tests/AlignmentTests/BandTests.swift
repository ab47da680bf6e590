import Testing

@testable import Alignment

struct BandTests {
    @Test func everythingIsInTheFullBand() {
        let band = Band(sourceCount: 3, targetCount: 5)
        #expect(band.nodeCount == 24 && band.cellCount == 15)
        #expect(band.cellsByTarget == Array(repeating: 0..<3, count: 5))
    }

    /// Rows and columns of cells must name the same cells, and no row may be cut off from the next.
    @Test(arguments: [(40, 40), (200, 3), (3, 200), (1, 90), (90, 1), (60, 240)])
    func aBandAroundAPathIsConnected(rows: Int, columns: Int) {
        let path = (0...rows).map { (source: $0, target: $0 * columns / rows) }
        let band = Band(around: path, width: 8, sourceCount: rows, targetCount: columns)
        let byTarget = band.cellsByTarget
        for row in 0..<rows {
            #expect(
                band.lower[row] <= band.lower[row + 1] && band.upper[row] <= band.upper[row + 1])
            #expect(band.lower[row + 1] <= band.upper[row])
            for column in 0..<columns {
                #expect(band.cells(row).contains(column) == byTarget[column].contains(row))
            }
        }
        #expect(
            path.allSatisfy { (band.lower[$0.source]...band.upper[$0.source]).contains($0.target) })
    }

    @Test(arguments: [(100, 100_000), (100_000, 100)])
    func aFarLongerSideCostsLinearMemory(rows: Int, columns: Int) {
        let steps = min(rows, columns)
        let path = (0...steps).map { ($0 * rows / steps, $0 * columns / steps) }
        let band = Band(around: path, width: 32, sourceCount: rows, targetCount: columns)
        #expect(band.cellCount < 8 * (rows + columns))
    }
}
