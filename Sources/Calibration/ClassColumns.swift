/// The shares of a sample by class, ascending, so that each class is sorted once for all the fits on parts of the sample.
struct ClassColumns: Sendable {
    /// Documents with the same share of a class.
    struct Point: Equatable {
        var share: Float
        var documents: Double
        /// How many of the documents are of the class.
        var positives: Double
    }

    private let sample: CalibrationSample
    /// For each class its shares above 0 in the upper half, whose order is that of the bits, and the document below.
    private let keys: [[UInt64]]

    init(_ sample: CalibrationSample) {
        self.sample = sample
        var keys = [[UInt64]](repeating: [], count: sample.classes)
        for (document, row) in sample.rows.enumerated() {
            for part in row {
                keys[part.index].append(UInt64(part.share.bitPattern) << 32 | UInt64(document))
            }
        }
        self.keys = keys.map { $0.sorted() }
    }

    /// The points of a class, of some documents.
    ///
    /// - Parameters:
    ///   - index: The class.
    ///   - isIncluded: For each document of the sample whether it counts.
    ///   - documents: How many of them do.
    ///   - positives: How many of these are of the class.
    /// - Returns: The points by ascending share; the first is that of the documents without votes for the class.
    func points(of index: Int, in isIncluded: [Bool], documents: Int, positives: Int) -> [Point] {
        var points = [Point(share: 0, documents: Double(documents), positives: Double(positives))]
        for key in keys[index] {
            let document = Int(key & 0xFFFF_FFFF)
            guard isIncluded[document] else { continue }
            let isPositive = sample.truth[document] == index ? 1.0 : 0
            points[0].documents -= 1
            points[0].positives -= isPositive
            let share = Float(bitPattern: UInt32(truncatingIfNeeded: key >> 32))
            if points.count > 1, points[points.count - 1].share == share {
                points[points.count - 1].documents += 1
                points[points.count - 1].positives += isPositive
            } else {
                points.append(Point(share: share, documents: 1, positives: isPositive))
            }
        }
        return points.filter { $0.documents > 0 }
    }
}
