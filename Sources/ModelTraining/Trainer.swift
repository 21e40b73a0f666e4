import TextAnalysis

/// Trains a model from treebanks: tags predicted for the parser's training come from taggers that did not see them.
struct Trainer {
  var taggerEpochs = 6
  var parserEpochs = 7
  var folds = 8
  /// Perceptrons in the tagger's mixture: five gain 0.3 points over one. The parser's gained nothing by it.
  var taggerRuns = 5
  var guideEpochs = 4
  var guideFolds = 4
  /// Parser features that took part in fewer are left out: 5 instead of 3 costs 0.1 LAS and saves a sixth of the bytes.
  var leastMistakes = 5
  /// What one unit of weight becomes in the file.
  var scale = 8.0
  var report: (String) -> Void = { _ in }

  func train(_ treebank: [TreebankSentence]) -> LanguageModel {
    let inventory = Inventory(treebank)
    report("\(treebank.count) sentences, \(inventory.tags.count) tags, \(inventory.labels.count) relations")
    let truecaser = LexiconTraining.truecaser(treebank)
    let lemmatizer = LexiconTraining.lemmatizer(treebank, inventory)
    let sentences = treebank.map { Self.prepare($0, inventory, truecaser) }
    let tagger = trainTagger(sentences, inventory, epochs: taggerEpochs, runs: taggerRuns)
    report("tagger: \(tagger.weights.byteCount) bytes")
    let tags = jackknife(sentences, inventory)
    let coarse = LanguageModel.coarse(inventory.tags)
    var examples = zip(sentences, tags).map { sentence, tags in
      ParserTraining.Example(
        words: ParserWords(sentence.words, tags: tags, coarseTags: coarse), heads: sentence.heads,
        labels: sentence.labels)
    }
    let guide = trainGuide(examples, inventory)
    report("guide: \(guide.weights.byteCount) bytes")
    guideExamples(&examples, inventory)
    let perceptron = ParserTraining.train(
      examples, labelCount: inventory.labels.count, rootLabel: inventory.rootLabel, epochs: parserEpochs, seed: 11
    ) { report("parser pass \($0 + 1): \(percent($1)) of steps right") }
    return LanguageModel(
      tags: inventory.tags, labels: inventory.labels, tagger: tagger, guide: guide,
      parser: parser(perceptron, inventory, bucketBits: 19), lemmatizer: lemmatizer, truecaser: truecaser)
  }

  private func trainGuide(_ examples: [ParserTraining.Example], _ inventory: Inventory) -> DependencyParser {
    let perceptron = ParserTraining.train(
      examples.map(\.reversed), labelCount: inventory.labels.count, rootLabel: inventory.rootLabel,
      epochs: guideEpochs, seed: 13
    ) { epoch, accuracy in report("guide pass \(epoch + 1): \(percent(accuracy)) of steps right") }
    return parser(perceptron, inventory, bucketBits: 18)
  }

  private func parser(_ perceptron: Perceptron, _ inventory: Inventory, bucketBits: Int) -> DependencyParser {
    var mixture = PerceptronMixture()
    mixture.add(perceptron, leastMistakes: leastMistakes)
    return DependencyParser(
      weights: mixture.table(scale: scale, leastWeight: 2, bucketBits: bucketBits),
      labelCount: inventory.labels.count, rootLabel: inventory.rootLabel)
  }

  /// Gives each example the tree of a guide that was trained without it.
  private func guideExamples(_ examples: inout [ParserTraining.Example], _ inventory: Inventory) {
    let known = examples
    for fold in 0..<guideFolds {
      let guide = trainGuide(known.enumerated().filter { $0.offset % guideFolds != fold }.map(\.element), inventory)
      for index in stride(from: fold, to: examples.count, by: guideFolds) {
        examples[index].words.setGuide(by: guide)
      }
    }
  }

  private static func prepare(
    _ sentence: TreebankSentence, _ inventory: Inventory, _ truecaser: Truecaser
  ) -> TrainingSentence {
    let forms = sentence.forms.map { Array($0.utf8) }
    let capitals = sentence.forms.map { Array($0.uppercased().utf8)[...] }
    let asRead = Truecaser.isInCapitals(forms.map { $0[...] }) ? truecaser.restore(forms.map { $0[...] }) : forms
    let heads = projectivized(sentence.heads).map { $0 == 0 ? sentence.count + 1 : $0 }
    return TrainingSentence(
      words: words(asRead, sentence), restored: words(truecaser.restore(capitals), sentence),
      tags: (0..<sentence.count).map { inventory.tagClass(sentence, $0) }, heads: heads,
      labels: sentence.deprels.map { inventory.labelClass($0) })
  }

  static func words(_ forms: [[UInt8]], _ sentence: TreebankSentence) -> Words {
    var words = Words()
    for (index, form) in forms.enumerated() {
      words.append(
        form[...], spaceBefore: index == 0 || sentence.spaceAfter[index - 1],
        spaceAfter: index + 1 == sentence.count || sentence.spaceAfter[index])
    }
    return words
  }

  private func trainTagger(_ sentences: [TrainingSentence], _ inventory: Inventory, epochs: Int, runs: Int) -> Tagger {
    let lexicon = TaggerTraining.lexicon(sentences)
    var mixture = PerceptronMixture()
    for run in 0..<runs {
      let perceptron = TaggerTraining.train(
        sentences, lexicon: lexicon, classCount: inventory.tags.count, epochs: epochs, seed: 7 + UInt64(run)
      ) { report("tagger run \(run + 1) pass \($0 + 1): \(percent($1)) of tags right") }
      mixture.add(perceptron, leastMistakes: 2)
    }
    return Tagger(
      weights: mixture.table(scale: scale, bucketBits: 18), lexicon: lexicon, classCount: inventory.tags.count)
  }

  /// Tags for each sentence by a tagger that was trained without it.
  private func jackknife(_ sentences: [TrainingSentence], _ inventory: Inventory) -> [[UInt8]] {
    var result = [[UInt8]](repeating: [], count: sentences.count)
    let silent = Trainer(taggerEpochs: 5)
    for fold in 0..<folds {
      let known = sentences.enumerated().filter { $0.offset % folds != fold }.map(\.element)
      let tagger = silent.trainTagger(known, inventory, epochs: 5, runs: 1)
      for index in stride(from: fold, to: sentences.count, by: folds) {
        result[index] = tagger.tags(of: sentences[index].words)
      }
    }
    return result
  }
}

func percent(_ share: Double) -> String {
  let hundredths = Int((share * 10_000).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
}
