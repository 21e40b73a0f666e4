import TextAnalysis

/// A sentence of a treebank as the trainers take it: words and numbers.
struct TrainingSentence {
  let words: Words
  /// The same words as the tagger sees them when the text is in capitals and its case was restored.
  let restored: Words
  let tags: [UInt8]
  /// 1-based, 0 for the root.
  let heads: [Int]
  let labels: [UInt8]

  var count: Int { tags.count }
}

/// Numbers for the tags and labels of a treebank, the most frequent first.
struct Inventory {
  let tags: [LanguageModel.Tag]
  let labels: [String]
  private let tagIndex: [LanguageModel.Tag: UInt8]
  private let labelIndex: [String: UInt8]

  /// - Parameter sentences: rare pairs of tags beyond the limit of classes fall to the most frequent of their UPOS.
  init(_ sentences: [TreebankSentence]) {
    var tagCounts: [LanguageModel.Tag: Int] = [:]
    var labelCounts: [String: Int] = [:]
    for sentence in sentences {
      for index in 0..<sentence.count {
        guard let tag = Self.tag(sentence, index) else { continue }
        tagCounts[tag, default: 0] += 1
        labelCounts[sentence.deprels[index], default: 0] += 1
      }
    }
    tags = tagCounts.filter { $0.value >= 3 }.sorted { a, b in
      (b.value, a.key.upos.rawValue, a.key.xpos) < (a.value, b.key.upos.rawValue, b.key.xpos)
    }.prefix(128).map(\.key)
    labels = labelCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(63)
      .map(\.key)
    tagIndex = Dictionary(uniqueKeysWithValues: tags.enumerated().map { ($1, UInt8($0)) })
    labelIndex = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, UInt8($0)) })
  }

  private static func tag(_ sentence: TreebankSentence, _ index: Int) -> LanguageModel.Tag? {
    PartOfSpeech(rawValue: sentence.upos[index]).map { LanguageModel.Tag(upos: $0, xpos: sentence.xpos[index]) }
  }

  func tagClass(_ sentence: TreebankSentence, _ index: Int) -> UInt8 {
    guard let tag = Self.tag(sentence, index) else { return 0 }
    return tagIndex[tag] ?? UInt8(tags.firstIndex { $0.upos == tag.upos } ?? 0)
  }

  func labelClass(_ label: String) -> UInt8 {
    labelIndex[label] ?? labelIndex[String(label.prefix { $0 != ":" })] ?? 0
  }

  var rootLabel: Int { labels.firstIndex(of: "root") ?? 0 }
}
