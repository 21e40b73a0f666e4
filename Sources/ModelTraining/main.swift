import ArgumentParser
import Foundation
import SourceText
import TextAnalysis

struct ModelTraining: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains the language model on treebanks, or measures one.")

  @Option(help: "Folder of the treebanks.") var data = "../shared/treebanks"
  @Option(help: "Where the model goes.") var output: String?
  @Option(help: "Treebank file to measure on; may be repeated.") var evaluate: [String] = []
  @Option(help: "Model to measure; without it, the one that the program carries.") var model: String?
  @Option(help: "Text file to analyse; prints CoNLL-U.") var analyze: String?

  func run() throws {
    if let output { try train(to: output) }
    guard !evaluate.isEmpty || analyze != nil else { return }
    let path = model ?? output
    let model = try path.map { try LanguageModel(contentsOf: URL(fileURLWithPath: $0)) } ?? LanguageModel.embedded()
    for file in evaluate {
      let gold = try Treebank.read(file)
      let words = gold.reduce(0) { $0 + $1.count }
      print("\(file): \(gold.count) sentences, \(words) words")
      print("  gold tokens  " + GoldEvaluation(gold, model: model).summary)
      let text = Text(origin: file, contents: Treebank.text(of: gold))
      let clock = ContinuousClock()
      let start = clock.now
      let document = try Analyzer(model: model).analyze(text)
      let seconds = (clock.now - start) / .seconds(1)
      print("  raw text     " + RawEvaluation(gold: gold, document: document).summary)
      print("  \(Int(Double(document.tokens.count) / seconds)) tokens/s")
    }
    if let analyze {
      let contents = try String(contentsOfFile: analyze, encoding: .utf8)
      print(try Analyzer(model: model).analyze(Text(origin: analyze, contents: contents)).conllu(), terminator: "")
    }
  }

  private func train(to output: String) throws {
    let files = ["UD_English-EWT/en_ewt-ud-train.conllu", "UD_English-GUM-free/en_gumfree-ud-train.conllu"]
    let treebank = try files.flatMap { try Treebank.read("\(data)/\($0)") }
    let clock = ContinuousClock()
    let start = clock.now
    var trainer = Trainer()
    trainer.report = { line in
      FileHandle.standardError.write(Data("\(Int((clock.now - start) / .seconds(1))) s  \(line)\n".utf8))
    }
    let bytes = trainer.train(treebank).encoded()
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    print("\(output): \(bytes.count) bytes")
  }
}

ModelTraining.main()
