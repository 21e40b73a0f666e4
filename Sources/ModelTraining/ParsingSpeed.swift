import Foundation
import TextAnalysis

/// Words per second of processor time that the network tags and parses, sentence by sentence.
struct ParsingSpeed {
  let wordsPerSecond: Int

  init(_ sentences: [TreebankSentence], model: LanguageModel) {
    let prepared = sentences.map { Trainer.words($0.forms.map { Array($0.utf8) }, $0) }
    let start = processorSeconds()
    var words = 0
    for prepared in prepared {
      words += model.network.read(prepared).heads.count
    }
    wordsPerSecond = Int(Double(words) / (processorSeconds() - start))
  }
}

/// Processor time of this process: what else the machine does should not show in figures.
func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
