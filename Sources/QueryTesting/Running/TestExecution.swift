import Foundation
import Hearsay

/// One test on one graph.
struct TestExecution {
  let file: QueryFile
  let test: QueryTest

  func finding(on graph: CaseGraph) -> TestRunner.Finding {
    do throws(Failure) {
      let graph = try graph.graph.get()
      let session = GraphSession(graph)
      session.importFolder = try importFolder()
      if let difference = prepare(session) { return finding(.failed(difference)) }
      return compare(answer: try answer(session))
    } catch {
      return finding(.broken(error.sentence, isInput: error.kind == .input))
    }
  }

  private func importFolder() throws(Failure) -> ImportFolder? {
    guard let folder = file.importFolder else { return nil }
    let home = (file.text.origin as NSString).deletingLastPathComponent
    return try ImportFolder(folder.hasPrefix("/") || home.isEmpty ? folder : home + "/" + folder)
  }

  /// Runs all statements but the last.
  private func prepare(_ session: GraphSession) -> Difference? {
    let statements = file.setUp + test.statements.dropLast()
    for (index, statement) in statements.enumerated() {
      do {
        _ = try session.run(statement.text, parameters: index < file.setUp.count ? [:] : test.parameters)
      } catch {
        let sentence = (error as? QueryError)?.diagnostic.sentence ?? Failure(error).sentence
        return Difference(
          summary: "the statement in line \(statement.line), before the tested one, failed: \(sentence)")
      }
    }
    return nil
  }

  private func answer(_ session: GraphSession) throws(Failure) -> Answer {
    guard let statement = test.statements.last else { throw Failure(.input, code: "NoStatement", "no statement") }
    do {
      let query = try Hearsay.parse(statement.text)
      let result = try session.run(query, parameters: test.parameters)
      let witness = RowWitness(query, session: session, parameters: test.parameters)
      return .result(result, isSorted: query.isSorted, witness: witness)
    } catch let error as QueryError {
      let isExpected = if case .error? = test.expectation?.outcome { true } else { false }
      if error.category == .resourceError, !isExpected {
        throw Failure(
          .engine, code: error.code.rawValue, "\(file.text.origin):\(statement.line): \(error.diagnostic.sentence)")
      }
      return .error(error, statement: statement.text)
    } catch {
      throw Failure(error)
    }
  }

  private func compare(answer: Answer) -> TestRunner.Finding {
    let correction = { ExpectationWriter(test: test).lines(for: answer) }
    guard let expectation = test.expectation else {
      return finding(
        .failed(Difference(summary: "nothing is expected; write `//=` lines, or let `--update` fill them in")),
        correction: correction())
    }
    if let difference = expectation.difference(from: answer) {
      return finding(.failed(difference), correction: correction())
    }
    guard case .result(let result, _, _) = answer else { return finding(.passed) }
    let unexpected = result.warnings.map(\.sentence).filter { sentence in
      !expectation.warnings.contains { $0 == sentence || ExpectedCell($0).matches(CellText(verbatim: sentence)) }
    }
    return finding(.passed, warnings: unexpected)
  }

  private func finding(
    _ result: TestOutcome.Result, warnings: [String] = [], correction: [String]? = nil
  ) -> TestRunner.Finding {
    let outcome = TestOutcome(
      file: file.text.origin, line: test.line, name: test.name, tags: test.tags, result: result, warnings: warnings)
    return TestRunner.Finding(outcome: outcome, correction: correction)
  }
}

extension Query {
  /// Whether the statement says in what order its rows come.
  var isSorted: Bool {
    guard let part = parts.last, case .return(let projection)? = part.operands.last?.clauses.last else { return false }
    return !projection.order.isEmpty
  }
}
