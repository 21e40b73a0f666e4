import TextAnalysis

/// Trains a model from treebanks.
struct Trainer {
  var network = NetworkTraining()
  var report: (String) -> Void = { _ in }
  /// Called after each pass with the model as it is.
  var watch: ((LanguageModel) -> Void)?

  func train(_ treebank: [TreebankSentence], press: [TreebankSentence] = []) -> LanguageModel? {
    let inventory = Inventory(treebank)
    report("\(treebank.count) sentences, \(inventory.tags.count) tags, \(inventory.labels.count) relations")
    let truecaser = LexiconTraining.truecaser(treebank)
    let lemmatizer = LexiconTraining.lemmatizer(treebank, inventory)
    let sentences = treebank.map { Self.prepare($0, inventory, truecaser) }
    let made = press.map { Self.prepare($0, inventory, truecaser) }
    let map = NetworkTraining.Vocabulary(sentences, press: made).map
    func model(_ network: NetworkInTraining) -> LanguageModel? {
      network.quantized().map { weights in
        LanguageModel(
          tags: inventory.tags, labels: inventory.labels,
          network: SentenceNetwork(vocabulary: map, weights: weights, rootLabel: inventory.rootLabel),
          lemmatizer: lemmatizer, truecaser: truecaser)
      }
    }
    var training = network
    training.report = { report("pass \($0 + 1): loss \(rounded($1))") }
    if let watch {
      training.watch = { _, network in if let model = model(network) { watch(model) } }
    }
    return model(training.train(sentences, press: made, tags: inventory.tags.count, labels: inventory.labels.count))
  }

  private static func prepare(
    _ sentence: TreebankSentence, _ inventory: Inventory, _ truecaser: Truecaser
  ) -> TrainingSentence {
    let forms = sentence.forms.map { Array($0.utf8) }
    let capitals = sentence.forms.map { Array($0.uppercased().utf8)[...] }
    let asRead = Truecaser.isInCapitals(forms.map { $0[...] }) ? truecaser.restore(forms.map { $0[...] }) : forms
    return TrainingSentence(
      words: words(asRead, sentence), restored: words(truecaser.restore(capitals), sentence),
      tags: (0..<sentence.count).map { inventory.tagClass(sentence, $0) }, heads: sentence.heads,
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
}

func percent(_ share: Double) -> String { rounded(share * 100) + " %" }

/// A number with two digits behind the point.
func rounded(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
