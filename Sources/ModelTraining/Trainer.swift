import TextAnalysis

/// Trains a model from treebanks: tags predicted for the parser's training come from taggers that did not see them.
struct Trainer {
  var taggerEpochs = 8
  var parserEpochs = 10
  var folds = 8
  var leastMistakes = 3
  var scale = 8.0
  var report: (String) -> Void = { _ in }
  var development: [TreebankSentence] = []

  func train(_ treebank: [TreebankSentence]) -> LanguageModel {
    let inventory = Inventory(treebank)
    report("\(treebank.count) sentences, \(inventory.tags.count) tags, \(inventory.labels.count) relations")
    let truecaser = LexiconTraining.truecaser(treebank)
    let lemmatizer = LexiconTraining.lemmatizer(treebank, inventory)
    let sentences = treebank.map { Self.prepare($0, inventory, truecaser) }
    let tagger = trainTagger(sentences, inventory, epochs: taggerEpochs)
    report("tagger: \(tagger.weights.byteCount) bytes")
    let tags = jackknife(sentences, inventory)
    let coarse = LanguageModel.coarse(inventory.tags)
    let examples = zip(sentences, tags).map { sentence, tags in
      ParserTraining.Example(
        words: ParserWords(sentence.words, tags: tags, coarseTags: coarse), heads: sentence.heads,
        labels: sentence.labels)
    }
    func model(_ perceptron: Perceptron) -> LanguageModel {
      let weights = perceptron.averaged(leastMistakes: leastMistakes, scale: scale, bucketBits: 20)
      return LanguageModel(
        tags: inventory.tags, labels: inventory.labels, tagger: tagger,
        parser: DependencyParser(weights: weights, labelCount: inventory.labels.count, rootLabel: inventory.rootLabel),
        lemmatizer: lemmatizer, truecaser: truecaser)
    }
    let perceptron = ParserTraining.train(
      examples, labelCount: inventory.labels.count, rootLabel: inventory.rootLabel, epochs: parserEpochs, seed: 11
    ) { epoch, accuracy, perceptron in
      var line = "parser pass \(epoch + 1): \(percent(accuracy)) of steps right"
      if !development.isEmpty {
        line += "; " + GoldEvaluation(development, model: model(perceptron)).summary
      }
      report(line)
    }
    return model(perceptron)
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

  private func trainTagger(_ sentences: [TrainingSentence], _ inventory: Inventory, epochs: Int) -> Tagger {
    let lexicon = TaggerTraining.lexicon(sentences)
    let perceptron = TaggerTraining.train(
      sentences, lexicon: lexicon, classCount: inventory.tags.count, epochs: epochs, seed: 7
    ) { epoch, accuracy in report("tagger pass \(epoch + 1): \(percent(accuracy)) of tags right") }
    return Tagger(
      weights: perceptron.averaged(leastMistakes: 2, scale: 8, bucketBits: 18), lexicon: lexicon,
      classCount: inventory.tags.count)
  }

  /// Tags for each sentence by a tagger that was trained without it.
  private func jackknife(_ sentences: [TrainingSentence], _ inventory: Inventory) -> [[UInt8]] {
    var result = [[UInt8]](repeating: [], count: sentences.count)
    let silent = Trainer(taggerEpochs: 5)
    for fold in 0..<folds {
      let known = sentences.enumerated().filter { $0.offset % folds != fold }.map(\.element)
      let tagger = silent.trainTagger(known, inventory, epochs: 5)
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
