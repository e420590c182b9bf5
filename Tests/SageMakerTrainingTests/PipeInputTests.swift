import Dataset
import Dispatch
import FoundationEssentials
import Glibc
import Gzip
import Testing

@testable import SageMakerTraining

/// Channels that come through named pipes, as SageMaker's Pipe mode has them: all files of a channel joined byte for
/// byte.
struct PipeInputTests {
    static let expected = LabeledDocuments(texts: ["um, dois", "tr\u{EA}s", "quatro"], labels: ["a", "b", "c"])

    static let joined: [(name: String, files: [String])] = [
        ("csv", ["text,label\n\"um, dois\",a\n", "text,label\ntr\u{EA}s,b\n", "text,label\nquatro,c\n"]),
        (
            "csv without last line ends",
            ["text,label\n\"um, dois\",\"a\"", "text,label\ntr\u{EA}s,b", "text,label\nquatro,c"]
        ),
        (
            "csv with marks",
            ["\u{FEFF}text,label\r\n\"um, dois\",a", "\u{FEFF}text,label\r\ntr\u{EA}s,b\r\n", "text,label\r\nquatro,c"]
        ),
        ("csv without header", ["a,\"um, dois\"\nb,tr\u{EA}s\n", "c,quatro\n"]),
        (
            "json lines",
            [
                #"{"text":"um, dois","label":"a"}"#, #"{"text":"tr\u00eas","label":"b"}"# + "\n",
                #"{"text":"quatro","label":"c"}"#,
            ]
        ),
        (
            "json arrays",
            [
                #"[{"text":"um, dois","label":"a"}]"#, "[]\n",
                #"[{"text":"tr\u00eas","label":"b"},{"text":"quatro","label":"c"}]"#,
            ]
        ),
        ("blazingtext", ["__label__a um, dois", "__label__b __label__c tr\u{EA}s\n", "__label__c quatro"]),
    ]

    @Test(arguments: joined)
    func joinedFilesGiveTheirDocuments(form: (name: String, files: [String])) throws {
        #expect(try read([UInt8](form.files.joined().utf8)) == Self.expected)
    }

    @Test(arguments: joined)
    func packedFilesGiveTheirDocuments(form: (name: String, files: [String])) throws {
        #expect(try read(form.files.flatMap { try Deflater.deflate(Array($0.utf8)) }) == Self.expected)
    }

    @Test(arguments: joined)
    func recordsGiveTheirDocuments(form: (name: String, files: [String])) throws {
        let type = form.name.hasPrefix("csv") ? "text/csv" : nil
        #expect(try read(RecordIOSample.stream(form.files), type: type) == Self.expected)
    }

    @Test func dataBeyondThePipesBufferIsRead() throws {
        let file = "text,label\n" + String(repeating: "um texto bem comprido que se repete,a\n", count: 20_000)
        let documents = try read(Array(String(repeating: file, count: 5).utf8))
        #expect(documents.count == 100_000)
        #expect(Set(documents.labels) == ["a"])
    }

    @Test func pipeIsWaitedFor() throws {
        let folder = try JobFolder()
        let channel = InputChannel(name: "train", directory: folder.path + "/train", mode: .pipe)
        let reading = BackgroundReading { () throws(TrainingError) in
            try DocumentReader(columns: DocumentColumns()).documents(of: channel)
        }
        usleep(150_000)
        try write(Array("text,label\num,a\n".utf8), to: channel)
        #expect(try reading.value() == LabeledDocuments(texts: ["um"], labels: ["a"]))
    }

    @Test func pipeThatDoesNotComeIsReported() throws {
        let channel = InputChannel(name: "train", directory: "/nowhere/train", mode: .pipe)
        let error = #expect(throws: TrainingError.self) { try ChannelPipe(channel).waitUntilThere(atMost: 0) }
        #expect(error?.description == "cannot open the pipe train_0: it is not there after 0 s")
        #expect(error?.fault == .platform)
    }

    @Test func emptyPipeHoldsNoDocument() {
        let error = #expect(throws: TrainingError.self) { try read([]) }
        #expect(error?.description == "the files of channel \"train\" hold no document; check its S3 prefix")
    }

    @Test func faultNamesThePipeAndTheLine() {
        let error = #expect(throws: TrainingError.self) { try read(Array("text,label\na,b\na\n".utf8)) }
        #expect(error?.description.hasPrefix("pipe train_0: CSV line 3: found 1 field") == true)
    }

    private func read(_ bytes: [UInt8], type: String? = nil) throws -> LabeledDocuments {
        let folder = try JobFolder()
        let channel = InputChannel(name: "train", directory: folder.path + "/train", mode: .pipe, contentType: type)
        try write(bytes, to: channel)
        return try DocumentReader(columns: DocumentColumns()).documents(of: channel)
    }

    /// Makes the pipe and writes to it on a thread of its own.
    private func write(_ bytes: [UInt8], to channel: InputChannel) throws {
        let path = channel.directory + "_0"
        #expect(unsafe mkfifo(path, 0o600) == 0)
        DispatchQueue(label: "writer").async {
            let descriptor = unsafe open(path, O_WRONLY)
            defer { close(descriptor) }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}
