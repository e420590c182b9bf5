import FoundationEssentials
import Glibc

/// Appends lines to numbered files of a folder: whole requests, or nothing of them.
///
/// A file is locked by the process that writes it, so that several servers may share a folder.
struct FeedbackFiles: ~Copyable {
    private static let prefix = "feedback-"
    private static let suffix = ".jsonl"
    private static let digits = 6
    /// The greatest number of a file.
    private static let lastNumber = 999_999

    private let folder: String
    private let limits: FeedbackLimits
    private var descriptor: Int32 = -1
    private var path = ""
    private var bytes = 0

    init(folder: String, limits: FeedbackLimits) {
        self.folder = folder
        self.limits = limits
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Appends lines and waits until they are on the disk.
    ///
    /// - Throws: `InferenceError` when the folder is full or can't be written; nothing is appended then.
    mutating func append(_ lines: [UInt8]) throws(InferenceError) {
        try prepare(lines.count)
        guard write(lines), fdatasync(descriptor) == 0 else {
            // Half a request would make the file unreadable and be sent again.
            if ftruncate(descriptor, bytes) != 0 {
                close(descriptor)
                descriptor = -1
            }
            throw InferenceError(.feedbackNotWritten)
        }
        bytes += lines.count
    }

    /// Makes sure that there is a file with room.
    private mutating func prepare(_ count: Int) throws(InferenceError) {
        if descriptor >= 0, isInPlace, bytes == 0 || bytes + count <= limits.fileBytes { return }
        let wasOpen = descriptor >= 0
        if wasOpen { close(descriptor) }
        descriptor = -1
        let numbers = try numbers()
        if !wasOpen, let last = numbers.max(), resume(last), bytes == 0 || bytes + count <= limits.fileBytes { return }
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        try create(after: numbers)
    }

    /// Whether the file is still the one of its name; somebody may have taken it away.
    private var isInPlace: Bool {
        var (named, opened) = (stat(), stat())
        guard unsafe stat(path, &named) == 0, unsafe fstat(descriptor, &opened) == 0 else { return false }
        return named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
    }

    /// Opens a file of an earlier process, unless another one holds it; a torn last line is cut off.
    private mutating func resume(_ number: Int) -> Bool {
        path = name(number)
        descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return false }
        guard let end = endOfLines() else { return false }
        bytes = end
        return ftruncate(descriptor, bytes) == 0
    }

    private mutating func create(after numbers: [Int]) throws(InferenceError) {
        guard numbers.count < limits.files else { throw InferenceError(.feedbackFull(files: limits.files)) }
        var number = (numbers.max() ?? 0) + 1
        while number <= Self.lastNumber {
            path = name(number)
            // Feedback holds customers' words, so nobody else may read it.
            descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor < 0, errno == EEXIST else { break }
            number += 1
        }
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw InferenceError(.feedbackNotWritten)
        }
        bytes = 0
    }

    /// The numbers of the files in the folder, which is made when it is not there.
    private func numbers() throws(InferenceError) -> [Int] {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            return try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
                guard name.hasPrefix(Self.prefix), name.hasSuffix(Self.suffix) else { return nil }
                return Int(name.dropFirst(Self.prefix.count).dropLast(Self.suffix.count))
            }
        } catch {
            throw InferenceError(.feedbackNotWritten)
        }
    }

    private func name(_ number: Int) -> String {
        let text = String(number)
        let zeros = String(repeating: "0", count: max(0, Self.digits - text.count))
        return folder + "/" + Self.prefix + zeros + text + Self.suffix
    }

    private func write(_ lines: [UInt8]) -> Bool {
        var start = 0
        while start < lines.count {
            let count = unsafe lines[start...].withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            start += count
        }
        return true
    }

    /// The offset after the last line end of the file; `nil` when it can't be read.
    private func endOfLines() -> Int? {
        var end = Int(lseek(descriptor, 0, SEEK_END))
        var piece = [UInt8](repeating: 0, count: 65_536)
        while end > 0 {
            let start = max(0, end - piece.count)
            let count = unsafe piece.withUnsafeMutableBytes {
                unsafe pread(descriptor, $0.baseAddress, end - start, start)
            }
            guard count > 0 else { return nil }
            if let last = piece[..<count].lastIndex(of: 0x0A) { return start + last + 1 }
            end = start
        }
        return 0
    }
}
