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
  @Option(help: "Treebank file to measure on after each pass of the training.") var watch: String?
  @Option(help: "Train on the first sentences only: a trial.") var sentences: Int?
  @Option(help: "Passes over the treebanks.") var epochs: Int?
  @Option(help: "Numbers in a word's vector.") var width: Int?
  @Option(help: "Layers of recurrent units.") var layers: Int?
  @Option(help: "The layer that tags are read after.") var tagLayer: Int?
  @Option(help: "Share of numbers that are left out in training.") var dropout: Double?

  @Option(help: "What the training begins with.") var seed: UInt64?
  @Option(help: "Sentences in the manner of the press to make.") var press = 36_000
  @Option(help: "How many of them a pass takes.") var pressShare = 9_000
  @Option(help: "Write the sentences in the manner of the press into this file, and end.") var writePress: String?

  func run() throws {
    if let writePress {
      try PressSentences.conllu(PressSentences.make(press, from: treebank())).write(
        toFile: writePress, atomically: true, encoding: .utf8)
      return
    }
    if let output { try train(to: output) }
    guard !evaluate.isEmpty || analyze != nil else { return }
    let path = model ?? output
    let model = try path.map { try LanguageModel(contentsOf: URL(fileURLWithPath: $0)) } ?? LanguageModel.embedded()
    for file in evaluate { try measure(model, on: file) }
    if let analyze {
      let contents = try String(contentsOfFile: analyze, encoding: .utf8)
      print(try Analyzer(model: model).analyze(Text(origin: analyze, contents: contents)).conllu(), terminator: "")
    }
  }

  private func measure(_ model: LanguageModel, on file: String) throws {
    let gold = try Treebank.read(file)
    let words = gold.reduce(0) { $0 + $1.count }
    print("\(file): \(gold.count) sentences, \(words) words")
    let evaluation = GoldEvaluation(gold, model: model)
    print("  gold tokens  " + evaluation.summary)
    print("  relations    " + evaluation.relationSummary)
    let text = Text(origin: file, contents: Treebank.text(of: gold))
    let start = processorSeconds()
    let document = try Analyzer(model: model).analyze(text)
    let seconds = processorSeconds() - start
    print("  raw text     " + RawEvaluation(gold: gold, document: document).summary)
    let parsing = ParsingSpeed(gold, model: model)
    print(
      "  speed        tagger and parser \(parsing.wordsPerSecond) tokens/s, text to trees "
        + "\(Int(Double(document.tokens.count) / seconds)) tokens/s, one thread")
  }

  private func treebank() throws -> [TreebankSentence] {
    let files = ["UD_English-EWT/en_ewt-ud-train.conllu", "UD_English-GUM-free/en_gumfree-ud-train.conllu"]
    return Array(try files.flatMap { try Treebank.read("\(data)/\($0)") }.prefix(sentences ?? .max))
  }

  private func train(to output: String) throws {
    let treebank = try treebank()
    var trainer = Trainer()
    trainer.report = { line in
      FileHandle.standardError.write(Data("\(Int(processorSeconds())) s  \(line)\n".utf8))
    }
    if let watch {
      let gold = try Treebank.read(watch)
      trainer.watch = { trainer.report(GoldEvaluation(gold, model: $0).summary) }
    }
    trainer.network.epochs = epochs ?? trainer.network.epochs
    trainer.network.width = width ?? trainer.network.width
    trainer.network.layers = layers ?? trainer.network.layers
    trainer.network.tagLayer = tagLayer ?? trainer.network.tagLayer
    if let share = dropout.map(Float.init) {
      trainer.network.dropout = .init(features: share, layers: share, arcs: share)
    }
    trainer.network.seed = seed ?? trainer.network.seed
    trainer.network.pressShare = pressShare
    guard let model = trainer.train(treebank, press: PressSentences.make(press, from: treebank)) else { return }
    let bytes = model.encoded()
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    print("\(output): \(bytes.count) bytes")
  }
}

ModelTraining.main()
