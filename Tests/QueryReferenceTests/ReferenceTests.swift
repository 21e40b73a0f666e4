import Hearsay
import QueryTesting
import Testing

@testable import QueryReference

private func queryFile(_ page: ReferencePage) throws -> QueryFile {
  try QueryFile(Text(origin: page.title, contents: page.queryFile))
}

@Suite("the reference")
struct ReferenceTests {
  @Test(
    "every example gives what its page says", arguments: Reference.pages.filter { !$0.queryFile.isEmpty }.map(\.title))
  func examples(_ title: String) throws {
    let page = try #require(Reference.pages.first { $0.title == title })
    let file = try queryFile(page)
    #expect(!file.tests.isEmpty)
    for outcome in TestRunner(load: { _, _ in PropertyGraph() }).run([file]).outcomes {
      #expect(outcome.isPassed, "\(outcome.name): \(outcome.result)")
      #expect(outcome.warnings.isEmpty, "\(outcome.name): \(outcome.warnings)")
    }
  }

  @Test("every word of the grammar has a page", arguments: Keyword.allCases)
  func keywords(_ keyword: Keyword) {
    #expect(!Reference.pages(on: keyword.rawValue).isEmpty)
    #expect(Reference.pages.contains { $0.keywords.contains(keyword) })
  }

  @Test("every function has one page, and nothing else is called a function")
  func functions() {
    let pages = Reference.pages(of: .function).map(\.title)
    #expect(Set(pages) == Set(FunctionCatalog.all.map(\.name)))
    #expect(FunctionNote.all.map(\.name).sorted() == FunctionCatalog.all.map(\.name).sorted())
    for (alias, name) in FunctionCatalog.aliases { #expect(Reference.pages(on: alias).map(\.title) == [name]) }
  }

  /// One literal of each of a few kinds; no function takes them all unless it takes anything.
  private static let literals: [(ValueTypes, String)] = [
    (.boolean, "true"), (.integer, "1"), (.string, "'a'"), (.list, "[1]"), (.map, "{a: 1}"),
  ]

  @Test("functions refuse what their pages say they refuse", arguments: FunctionCatalog.all.map(\.name))
  func refusals(_ name: String) throws {
    let function = try #require(FunctionCatalog.signature(named: name))
    let errors = try #require(Reference.pages.first { $0.title == name }).errors
    func code(_ arguments: [String]) -> QueryError.Code? {
      do {
        _ = try GraphSession().run("RETURN \(name)(\(arguments.joined(separator: ", "))) AS x")
        return nil
      } catch { return (error as? QueryError)?.code }
    }
    let count = function.isVariadic ? 0 : function.parameters.count + 1
    #expect(code(Array(repeating: "null", count: count)) == .invalidNumberOfArguments)
    for (place, parameter) in function.parameters.enumerated() {
      guard let literal = Self.literals.first(where: { parameter.types.isDisjoint(with: $0.0) }) else { continue }
      var arguments = function.parameters.map { _ in "null" }
      arguments[place] = literal.1
      #expect(code(arguments) == .invalidArgumentType, "\(literal.1) at \(place)")
      #expect(errors.contains(.invalidArgumentType))
    }
  }

  @Test("every error has one page, whose example gives it")
  func errors() throws {
    #expect(Reference.pages(of: .error).map(\.title).sorted() == QueryError.Code.allCases.map(\.rawValue).sorted())
    for page in Reference.pages(of: .error) where page.withoutExample == nil {
      let codes = try queryFile(page).tests.compactMap { test in
        if case .error(let code, _, _)? = test.expectation?.outcome { code } else { nil as String? }
      }
      #expect(codes.contains(page.title), "\(page.title)")
    }
  }

  @Test("procedures need pages as soon as there are any")
  func procedures() {
    for name in GraphSession().procedures.keys { #expect(!Reference.pages(on: name).isEmpty, "\(name)") }
  }

  @Test("pages have an example or say why not, and what they name is there")
  func whole() {
    let titles = Reference.pages.map(\.title)
    #expect(Set(titles).count == titles.count)
    let paths = Reference.markdownFiles.map { $0.path.lowercased() }
    #expect(Set(paths).count == paths.count)
    for page in Reference.pages {
      #expect(page.queryFile.isEmpty == (page.withoutExample != nil), "\(page.title)")
      #expect(!page.summary.isEmpty && !page.syntax.isEmpty, "\(page.title)")
      #expect(!page.summary.hasSuffix("."), "\(page.title)")
      #expect(page.related.filter { !titles.contains($0) } == [], "\(page.title)")
      #expect(!page.related.contains(page.title), "\(page.title)")
      #expect(page.plainText.contains(page.summary) && page.markdown.contains("# "))
    }
  }

  @Test(
    "a page is found by title, word, alias and with brackets, in any case of letters",
    arguments: [
      ("match", ["MATCH"]), ("Optional  Match", ["OPTIONAL MATCH"]), ("count", ["COUNT", "count"]),
      ("substring()", ["substring"]), ("ELEMENT_ID", ["elementId"]), ("acyclic", ["path modes"]),
      ("divisionbyzero", ["DivisionByZero"]), ("fieldterminator", ["LOAD CSV"]), ("nothing such", []),
    ])
  func lookUp(_ name: String, _ titles: [String]) {
    #expect(Reference.pages(on: name).map(\.title) == titles)
  }

  @Test("a page shows syntax, examples with what they give, and where to go on")
  func text() throws {
    let text = try #require(Reference.pages(on: "optional match").first).plainText
    for part in [
      "OPTIONAL MATCH pattern", "//= Cleo | null", "On the graph `people`", "See also: MATCH", "openCypher 9",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }
}
