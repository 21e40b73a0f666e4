import SourceText
import TextAnalysis

/// The entities of a report while they are being gathered, and the ways to find one again.
struct Roster {
  /// An entity with what is only needed to resolve further mentions.
  struct Member {
    var entity: Entity
    /// Words by which it may be taken up: `ministry`, `spokesman`, `group`.
    var nouns: Set<String> = []
    var gender: Lexicon.Gender?
    /// A single being, as against people or bodies.
    var isPerson: Bool { entity.label == .person }
    /// Many: `they`.
    var isPlural = false
    /// 2 for the second source.
    var ordinal: Int?
    /// The entity it belongs to or comes from, as far as known.
    var owner: Int?
  }

  private(set) var members: [Member] = []
  private var byKey: [String: Int] = [:]
  /// For single words of names: the member that was named so last.
  private var byNamePart: [String: Int] = [:]

  func member(_ index: Int) -> Member { members[index] }

  mutating func update(_ index: Int, _ change: (inout Member) -> Void) { change(&members[index]) }

  func index(forKey key: String) -> Int? { byKey[key] }

  mutating func insert(_ member: Member, key: String?) -> Int {
    members.append(member)
    let index = members.count - 1
    if let key { byKey[key] = byKey[key] ?? index }
    return index
  }

  mutating func alias(_ key: String, of index: Int) { byKey[key] = byKey[key] ?? index }

  mutating func setNamePart(_ part: String, _ index: Int) { byNamePart[part] = index }

  func index(forNamePart part: String) -> Int? { byNamePart[part] }

  mutating func addAlias(_ name: String, to index: Int) {
    guard !name.isEmpty, members[index].entity.name != name, !members[index].entity.aliases.contains(name) else {
      return
    }
    members[index].entity.aliases.append(name)
  }

  mutating func addMention(_ mention: Mention, to index: Int) {
    // The same words come again only within a sentence, so that the last few tell.
    guard !members[index].entity.mentions.suffix(8).contains(mention) else { return }
    members[index].entity.mentions.append(mention)
  }
}
