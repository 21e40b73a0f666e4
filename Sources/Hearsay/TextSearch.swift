import Extraction
import GraphCore
import QueryExecutor
import QueryLanguage
import QueryPlanner
import SourceText
import Store
import Synchronization

/// `CALL search.reports('"shopping centre" wound*') YIELD report, excerpt`: reports of a case whose text has all the words,
/// the best first. Words in double quotes follow each other, a `*` stands for endings; case and accents do not matter.
struct ReportSearch: Procedure {
  let file: CaseFile
  let signature = ProcedureSignature(
    name: "search.reports", inputs: [.init("words", .string)],
    outputs: [.init("report", .node), .init("excerpt", .string)])

  /// Of one search.
  private static let mostReports = 1_000_000

  func rows(for arguments: [Value], in graph: any GraphReader) throws(QueryError) -> [[Value]] {
    guard case .string(let words)? = arguments.first else { return [] }
    do {
      return try file.search(words, limit: Self.mostReports).compactMap { match in
        graph.node(for: ContentKeys.reportNode(sha256: match.sha256)).map { [.node($0), .string(match.excerpt)] }
      }
    } catch {
      throw failure(error)
    }
  }
}

/// `CALL search.claims('missile* hospital') YIELD claim, excerpt`: the same over what claims say, in their words.
///
/// A class, for the index of what was searched last: it costs what looking at each word of all claims does.
final class ClaimSearch: Procedure {
  private let last = Mutex<(texts: [String], index: TextIndex)?>(nil)
  let signature = ProcedureSignature(
    name: "search.claims", inputs: [.init("words", .string)],
    outputs: [.init("claim", .node), .init("excerpt", .string)])

  /// O(bytes of all claims), and O(their words) where they are not those of the last time.
  func rows(for arguments: [Value], in graph: any GraphReader) throws(QueryError) -> [[Value]] {
    guard case .string(let words)? = arguments.first, let label = graph.names.label("Claim"),
      let key = graph.names.propertyKey("text")
    else { return [] }
    var claims: [NodeID] = []
    var cursor = 0
    while graph.scanNodes(having: [label], from: &cursor, limit: Batch.preferredRowCount, into: &claims) {}
    let texts = graph.property(key, ofNodes: claims).values.map { if case .string(let text) = $0 { text } else { "" } }
    do {
      let index = try last.withLock { (last) throws(StoreError) in
        if let known = last, known.texts == texts { return known.index }
        let index = try TextIndex(texts)
        last = (texts, index)
        return index
      }
      return try index.search(words).map { [.node(claims[$0.place]), .string($0.excerpt)] }
    } catch {
      throw failure(error)
    }
  }
}

private func failure(_ error: StoreError) -> QueryError {
  QueryError(
    .storageFailed, .resourceError, .runtime, message: Failure(error).sentence, range: SourceRange(0, 0))
}
