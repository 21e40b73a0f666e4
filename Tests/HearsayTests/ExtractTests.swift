import Foundation
import Hearsay
import Testing

/// Loads lexicons and model once for all tests here.
private let reader = Result { try ReportReader() }

private typealias Object = [String: Any]

/// The lines of the bundled texts, by origin, with tokens and text.
private let lines = Result {
  try Dictionary(
    uniqueKeysWithValues: ExtractTests.texts.map { text in
      (text.origin, try reader.get().extract(text, options: ExtractOptions(tokens: true, text: true)))
    })
}

/// A line of `extract` as an object.
private struct Line {
  let root: Object

  init(_ text: Text) throws {
    let line = try #require(try lines.get()[text.origin])
    root = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Object)
  }

  func list(_ key: String) throws -> [Object] { try #require(root[key] as? [Object]) }
}

@Suite("A line of extract")
struct ExtractTests {
  static let texts = (try? BundledCase.texts(reader: reader.get())) ?? []

  /// Keys of each kind of object: those that are always there, and those that may be.
  private static let shapes: [String: (always: Set<String>, sometimes: Set<String>)] = [
    "": (["report", "text", "sentences", "entities", "events", "claims", "relations"], []),
    "report": (["id", "origin", "publisher", "authors", "cites", "bytes"], ["title", "published"]),
    "report.cites": (["publisher", "start", "end"], []),
    "sentences": (["start", "end", "part", "paragraph", "tokens"], []),
    "sentences.tokens": (["id", "form", "lemma", "upos", "xpos", "head", "deprel", "start", "end"], []),
    "entities": (
      ["id", "label", "name", "aliases", "named", "mentions"], ["kind", "count", "description", "link", "located_in"]
    ),
    "entities.mentions": (["start", "end", "sentence", "form", "text"], ["head"]),
    "events": (
      ["id", "type", "name", "actuality", "triggers", "roles", "places", "figures", "things", "concerns"],
      ["subtype", "start", "end", "precision"]
    ),
    "events.triggers": (["start", "end", "sentence", "lemma"], []),
    "events.roles": (["edge", "entity", "claims", "denied", "rules"], []),
    "events.places": (["place", "claims", "rules"], []),
    "events.figures": (["attribute", "value", "bound", "claim", "start", "end"], []),
    "events.things": (["part", "name", "start", "end", "head", "claims"], []),
    "events.concerns": (["event", "claims", "rules"], []),
    "claims": (
      [
        "id", "speaker", "start", "end", "content", "text", "sentence", "stance", "quoted", "chain", "about", "rule",
      ], ["speaker_range", "cue", "hedge", "relays", "denies", "said"]
    ),
    "claims.cue": (["text", "start", "end"], []),
    "claims.about": ([], ["event", "entity", "claim", "report"]),
    "relations": (["type", "from", "to", "claims", "rule"], []),
  ]

  @Test("has the keys that are written down, and no others", arguments: texts)
  func shape(_ text: Text) throws {
    func check(_ value: Any, _ path: String) {
      if let list = value as? [Any] {
        for element in list { check(element, path) }
      } else if let object = value as? Object {
        guard let shape = Self.shapes[path] else {
          Issue.record("an object at `\(path)` is not written down")
          return
        }
        let keys = Set(object.keys)
        #expect(shape.always.subtracting(keys).isEmpty, "at `\(path)` of \(text.origin)")
        #expect(keys.subtracting(shape.always).subtracting(shape.sometimes).isEmpty, "at `\(path)` of \(text.origin)")
        for (key, inner) in object { check(inner, path.isEmpty ? key : "\(path).\(key)") }
      }
    }
    check(try Line(text).root, "")
  }

  @Test("has its tokens and its text only where they are asked for")
  func options() throws {
    let text = try #require(Self.texts.first)
    let line = try reader.get().extract(text)
    let root = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Object)
    #expect(root["text"] == nil)
    #expect((root["sentences"] as? [Object])?.allSatisfy { $0["tokens"] == nil } == true)
    #expect(!line.contains("\n"))
    #expect(try reader.get().extract(text) == line)
  }

  @Test("has every offset within the text, in order, on a border of characters", arguments: texts)
  func offsets(_ text: Text) throws {
    let line = try Line(text)
    let contents = try #require(line.root["text"] as? String)
    let bytes = Array(contents.utf8)
    var pairs = 0
    func check(_ start: Any?, _ end: Any?, _ path: String) {
      guard let start = start as? Int, let end = end as? Int else { return }
      pairs += 1
      let isWithin = 0 <= start && start <= end && end <= bytes.count
      #expect(isWithin, "\(start)–\(end) at `\(path)` of \(text.origin)")
      guard isWithin else { return }
      for offset in [start, end] where offset < bytes.count {
        #expect(bytes[offset] & 0xC0 != 0x80, "\(offset) at `\(path)` of \(text.origin)")
      }
    }
    func visit(_ value: Any, _ path: String) {
      if let object = value as? Object {
        // An event's own `start` and `end` are dates.
        check(object["start"], object["end"], path)
        for (key, inner) in object { visit(inner, "\(path).\(key)") }
      } else if let list = value as? [Any] {
        if list.count == 2, let start = list[0] as? Int { check(start, list[1], path) }
        for element in list { visit(element, path) }
      }
    }
    visit(line.root, "")
    #expect(pairs > 100)
    #expect((line.root["report"] as? Object)?["bytes"] as? Int == bytes.count)
  }

  @Test("has the words at its offsets that it says are there", arguments: texts)
  func words(_ text: Text) throws {
    let line = try Line(text)
    let contents = try #require(line.root["text"] as? String)
    func words(_ object: Object) throws -> String {
      let start = try #require(object["start"] as? Int)
      return contents.utf8Slice(SourceRange(start, try #require(object["end"] as? Int)))
    }
    for claim in try line.list("claims") {
      #expect(try words(claim) == claim["text"] as? String)
      if let cue = claim["cue"] as? Object { #expect(try !words(cue).isEmpty) }
      let range = try SourceRange(#require(claim["start"] as? Int), #require(claim["end"] as? Int))
      for part in try #require(claim["content"] as? [[Int]]) {
        #expect(range.contains(SourceRange(part[0], part[1])))
      }
    }
    for entity in try line.list("entities") {
      for mention in try #require(entity["mentions"] as? [Object]) {
        #expect(try words(mention) == mention["text"] as? String)
      }
    }
    for sentence in try line.list("sentences") {
      for token in try #require(sentence["tokens"] as? [Object]) {
        #expect(try words(token) == token["form"] as? String)
      }
    }
  }

  @Test("refers to nothing that it does not hold", arguments: texts)
  func references(_ text: Text) throws {
    let line = try Line(text)
    func ids(_ key: String) throws -> Set<String> { Set(try line.list(key).compactMap { $0["id"] as? String }) }
    let (entities, events, claims) = (try ids("entities"), try ids("events"), try ids("claims"))
    #expect(claims.count == (try line.list("claims").count))
    for event in try line.list("events") {
      for role in try #require(event["roles"] as? [Object]) {
        #expect(entities.contains(role["entity"] as? String ?? ""))
        #expect(claims.isSuperset(of: role["claims"] as? [String] ?? [""]))
        #expect((role["rules"] as? [String])?.isEmpty == false)
      }
    }
    for claim in try line.list("claims") {
      let chain = try #require(claim["chain"] as? [String])
      #expect(entities.isSuperset(of: chain))
      #expect(chain.first == claim["speaker"] as? String)
      if let inner = claim["relays"] as? String { #expect(claims.contains(inner)) } else { #expect(chain.count == 1) }
      for target in try #require(claim["about"] as? [[String: String]]) {
        for (kind, id) in target {
          #expect((kind == "event" ? events : kind == "claim" ? claims : entities).contains(id))
        }
      }
    }
    for relation in try line.list("relations") {
      #expect(entities.isSuperset(of: [relation["from"] as? String ?? "", relation["to"] as? String ?? ""]))
    }
  }

  @Test("has trees: one root or more a sentence, and heads within it")
  func trees() throws {
    for sentence in try Line(try #require(Self.texts.first)).list("sentences") {
      let tokens = try #require(sentence["tokens"] as? [Object])
      #expect(tokens.compactMap { $0["id"] as? Int } == Array(1...tokens.count))
      #expect(tokens.contains { $0["head"] as? Int == 0 })
      for token in tokens { #expect((0...tokens.count).contains(try #require(token["head"] as? Int))) }
    }
  }

  @Test("names its claims as a case does that is built of the same text", arguments: texts)
  func claimIDs(_ text: Text) throws {
    let built = Case.inMemory()
    _ = try built.add([text], reader: reader.get())
    let rows = try built.session.run("MATCH (c:Claim) RETURN elementId(c)").rows
    let inCase = Set(rows.compactMap { if case .string(let id)? = $0.first { id } else { nil } })
    let extracted = Set(try Line(text).list("claims").compactMap { $0["id"] as? String })
    #expect(!inCase.isEmpty)
    #expect(inCase == extracted)
  }
}
