import ArgumentParser
import Hearsay

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a claim, an edge or a node is in a case.",
    discussion: """
      Of a claim: who says it and through whom, the rule that took it for a claim, the report with line and column, the \
      sentence with the words of speaker, cue and content marked, its tree, and what it does to other claims. Of an edge: \
      what it rests on, then its claims. Of a node: its edges and claims in short, and what the reports call it. Ids may be \
      shortened; of a query, every node and edge in its rows is explained.

        hearsay explain news.hearsay claim-0239de2b
        hearsay explain news.hearsay "MATCH (:Actor {name: 'Iran'})-[r:AGENT_OF]->() RETURN r" --format json
      """)

  @Argument(help: "The case file.")
  var casePath: String

  @Argument(help: "The id of a claim, an edge or another node, or a query.")
  var subject: String

  @Option(help: "How it is written: text or json.")
  var format = ExplanationFormat.text

  @Option(help: "How many nodes and edges of a query's rows are explained.")
  var limit = ExplainLimits.standard.elements

  @Option(name: .customLong("param"), help: "A parameter, `name=value`, the value as the query language writes it.")
  var parameters: [String] = []

  @Option(help: "A folder with further lexicon files, as the case was built with. May be repeated.")
  var lexicon: [String] = []

  @OptionGroup var limits: LimitOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("`--limit \(limit)`: expected a number above 0") }
  }

  func run() throws {
    let parameters = try ParameterArgument.parse(parameters)
    let opened = try Case.open(casePath, readOnly: true)
    opened.session.limits = limits.limits
    var explainLimits = ExplainLimits.standard
    explainLimits.elements = limit
    let explanation: Explanation
    do throws(Failure) {
      explanation = try opened.explain(
        subject, reader: try ReportReader(lexiconFolders: lexicon), parameters: parameters, limits: explainLimits)
    } catch {
      Console.report(error, in: Text(origin: "query", contents: subject))
      throw ExitCode(error.exitCode)
    }
    try opened.close()
    switch format {
    case .text: Console.write(ExplanationText(Console.output).text(of: explanation))
    case .json: Console.write(SafeJSON.text(explanation.json) + "\n")
    }
  }
}

enum ExplanationFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
