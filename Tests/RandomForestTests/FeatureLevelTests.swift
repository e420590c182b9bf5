import Dataset
import Testing

@testable import RandomForest

struct FeatureLevelTests {
    @Test func levelsGrowWithValuesAndNeverFail() {
        #expect(FeatureLevel.level(of: 0) == 0)
        #expect(FeatureLevel.level(of: -1) == 0)
        #expect(FeatureLevel.level(of: .nan) == 0)
        #expect(FeatureLevel.level(of: .leastNonzeroMagnitude) == 1)
        #expect(FeatureLevel.level(of: 1) == 255)
        #expect(FeatureLevel.level(of: .infinity) == 255)
        let levels = (0...10_000).map { FeatureLevel.level(of: Float($0) / 10_000) }
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(Set(levels).count > 250)
    }

    @Test func thresholdsLieBetweenTheirLevels() {
        for above in UInt32(1)...255 {
            for below in 0..<above {
                let level = UInt32(FeatureLevel.between(above, below))
                #expect(level >= below && level < above)
            }
        }
    }

    @Test func randomThresholdsLieBetweenTheirLevels() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let least = UInt32(generator.below(255))
            let most = least + 1 + UInt32(generator.below(Int(255 - least)))
            #expect((least..<most).contains(FeatureLevel.random(from: least, upTo: most, using: &generator)))
        }
    }

    @Test(arguments: [3, 40, 41, 5_000])
    func sorterSortsByDescendingLevel(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let entries = WorkBuffer<UInt32>(repeating: 9, count: count + 2)
        let drawn = (0..<count).map { ColumnEntry.bits(level: UInt8(generator.below(256)), local: $0) }
        for (position, entry) in drawn.enumerated() { entries[position + 1] = entry }
        LevelSorter(longest: count).sortDescending(entries, 1..<count + 1)
        let sorted = (1...count).map { entries[$0] }
        #expect(sorted.map(ColumnEntry.level) == drawn.map(ColumnEntry.level).sorted(by: >))
        #expect(Set(sorted) == Set(drawn))
        #expect(entries[0] == 9 && entries[count + 1] == 9)
    }

    @Test(arguments: 0..<5)
    func columnsHoldWhatRowsHold(seed: UInt64) throws {
        let set = try SparseSet(seed: seed)
        let columns = ColumnMatrix(set.matrix)
        for feature in 0..<set.matrix.features {
            let column = Array(columns.entries[columns.starts[feature]..<columns.starts[feature + 1]])
            #expect(column.map(ColumnEntry.level) == column.map(ColumnEntry.level).sorted(by: >), "\(set)")
            let expected = set.classes.indices.filter { set.matrix.level(of: feature, in: $0) > 0 }
            #expect(column.map(ColumnEntry.local).sorted() == expected, "\(set)")
            for entry in column {
                let level = set.matrix.level(of: feature, in: ColumnEntry.local(entry))
                #expect(UInt32(level) == ColumnEntry.level(entry), "\(set)")
            }
        }
    }
}
