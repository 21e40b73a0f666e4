import Foundation
import SourceText
import Testing

@testable import Documents

private func texts(_ source: String, given: Text.Metadata = Text.Metadata()) throws -> [Text] {
  var texts: [Text] = []
  var reader = DocumentReader()
  reader.given = given
  try reader.read(Array(source.utf8), origin: "all.jsonl", format: .jsonLines) { texts.append($0) }
  return texts
}

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("every escape of JSON is read, and what is nested or unknown is passed over")
  func escapes() throws {
    let source =
      #"{"x":{"a":[1,-2.5e3,true,null,{"b":"}"}]},"text":"A \"quoted\" \u00fcber \ud83d\ude00 line\n\t\\ \/ end.","id":12}"#
    let text = try #require(try texts(source).first)
    #expect(text.contents == "A \"quoted\" über 😀 line\n\t\\ / end.")
    #expect(text.origin == "12")
  }

  @Test("half a pair of surrogates stands for no character, and does not end the reading")
  func surrogates() throws {
    #expect(try texts(#"{"text":"a \ud83d b \ude00 c"}"#).first?.contents == "a \u{FFFD} b \u{FFFD} c")
  }

  @Test(
    "a broken line is named with file, line and column in characters",
    arguments: [
      ("{\"text\": \"fine\"}\n{\"text\": \"broken}", 2, 10, "closing quotation mark"),
      ("{\"text\": \"fine\"}\n\n{\"title\": \"Zürich\" \"text\": \"x\"}", 3, 20, "expected `,` or `}`, found `\"`"),
      ("{\"text\": 5}", 1, 10, "expected a string for `text`, found the number 5"),
      ("{\"title\": \"x\", \"txt\": \"y\"}", 1, 1, "is `txt` meant?"),
      ("[1, 2]", 1, 1, "expected a JSON object, found `[`"),
      ("{\"text\": \"a\"} {\"text\": \"b\"}", 1, 15, "expected the end of the line"),
      ("{\"text\": \"a\", \"published\": \"nonsense\"}", 1, 28, "`nonsense` is no date"),
      ("{\"text\": \"a\"}\n{\"text\": \"b\", \"published\": \"2024-13-45\"}", 2, 28, "`2024-13-45` is no date"),
      ("{\"text\": \"a\", \"text\": \"b\"}", 1, 15, "two fields `text`"),
      ("{\"text\": \"a\", \"published\": 2024}", 1, 28, "expected a string for `published`"),
      ("{\"text\": \"a\\x\"}", 1, 12, "escape"), ("{\"text\": \"a\u{1}\"}", 1, 12, "control character"),
      ("{\"text\": tru}", 1, 10, "expected a value"), ("{\"text\": \"\"}", 1, 10, "empty"),
      ("{\"text\": \"a\\u0000\"}", 1, 10, "NUL"), ("{\"text\": ", 1, 10, "found the end of the line"),
    ])
  func broken(_ source: String, _ line: Int, _ column: Int, _ part: String) throws {
    let error = try #require(throws: DocumentError.self) { _ = try texts(source) }
    #expect(error.path == "all.jsonl")
    #expect((error.line, error.column) == (line, column), "\(error.message)")
    #expect(error.message.contains(part), "\(error.message)")
  }

  @Test("deep nesting is refused, and long lists are passed over in one pass")
  func hostile() throws {
    let deep = "{\"x\": " + String(repeating: "[", count: 100_000) + ", \"text\": \"a\"}"
    #expect(throws: DocumentError.self) { try texts(deep) }
    let long = "{\"x\": [" + String(repeating: "1,", count: 100_000) + "1], \"text\": \"a b\"}"
    #expect(try texts(long).count == 1)
  }

  @Test("what a report declares wins over what the caller gives, and that over its layout")
  func given() throws {
    let given = Text.Metadata(published: "2024-01-01", publisher: "Given Post")
    let body =
      "The lock stays shut.\\nBreton Gazette, 3 October 2023\\n\\nThe lock at Rhinau stays shut until the spring, the office said."
    let source = "{\"text\": \"\(body)\", \"publisher\": \"Declared Mail\"}\n{\"text\": \"\(body)\"}"
    let found = try texts(source, given: given).map(\.metadata)
    #expect(found.map(\.publisher) == ["Declared Mail", "Given Post"])
    #expect(found.map(\.published) == ["2024-01-01", "2024-01-01"])
    #expect(try texts(source).map(\.metadata.publisher) == ["Declared Mail", "Breton Gazette"])
  }
}

@Suite("Reports on a stream")
struct StreamTests {
  private func read(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) throws -> [Text] {
    let path = NSTemporaryDirectory() + "hearsay-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var texts: [Text] = []
    try DocumentReader(limits: limits).read(stream: file.fileDescriptor) { texts.append($0) }
    return texts
  }

  @Test("pages, JSON Lines and plain texts are told by their first character")
  func kinds() throws {
    #expect(try read(Array(" <p>The lock is shut.</p>".utf8)).map(\.contents) == ["The lock is shut."])
    #expect(try read(Array("\n{\"text\": \"a b\"}\n{\"text\": \"c d\"}".utf8)).map(\.contents) == ["a b", "c d"])
    #expect(try read(Array("The lock is shut.".utf8)).map(\.contents) == ["The lock is shut."])
  }

  @Test("a stream of many lines may be longer than one report, one report may not")
  func length() throws {
    let limits = DocumentLimits(longestReportBytes: 100)
    let lines = String(repeating: "{\"text\": \"The lock is shut.\"}\n", count: 1_000)
    #expect(try read(Array(lines.utf8), limits: limits).count == 1_000)
    #expect(throws: DocumentError.self) { try read([UInt8](repeating: 0x61, count: 101), limits: limits) }
  }
}
