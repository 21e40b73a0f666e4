import SourceText
import TextAnalysis

/// Whom and what a report speaks of, with the mentions of each.
///
/// Names come from the lexicons and from capitals; unnamed speakers and groups each get an entity of their own. Works
/// on tags and trees; where these are wrong it finds less. Time is linear in the text for bounded numbers of entities.
package func findReferents(in document: Document, lexicon: Lexicon) -> Referents {
  var resolver = Resolver(document, lexicon: lexicon)
  let publisher = resolver.introducePublisher()
  let authors = resolver.introduceAuthors()
  resolver.resolveNames()
  resolver.homeState = resolver.findHomeState()
  resolver.describeNames()
  resolver.resolveNominals()
  resolver.readPronounOwners()
  resolver.relateLexicon()
  return resolver.referents(publisher: publisher, authors: authors)
}

/// The relations that noun phrases show, in text order: spokespersons, heads, members, parts, nationals, seats, allies.
package func findRelations(in document: Document, referents: Referents, lexicon: Lexicon) -> [RelationDraft] {
  referents.relations
}

extension Resolver {
  /// `Its spokesman, Mark Toner`: whose, once the pronoun is known.
  mutating func readPronounOwners() {
    for (entity, nominal) in ownedByPronoun { readOwner(of: nominal, entity, rule: "apposition") }
    for (entity, nominal) in pendingOwners {
      readOwner(of: nominal, entity, rule: "nominal")
      nameByOwner(entity, nominal)
    }
  }

  /// `Its spokesman` is named for what it means: `spokesman of the Lualaba Free Column`.
  private mutating func nameByOwner(_ entity: Int, _ nominal: Nominal) {
    let member = roster.member(entity)
    let first = nominal.core.lowerBound
    guard !member.entity.isNamed, document.tokens[first].xpos == "PRP$", nominal.core.count > 1,
      member.entity.name.hasPrefix(document.tokens[first].form + " ")
    else { return }
    let rest = String(member.entity.name.dropFirst(document.tokens[first].form.count + 1))
    let owner = entityAtHead[first].map { roster.member($0).entity }
    let isBody = owner.map { $0.isNamed && $0.label != .person } ?? false
    roster.update(entity) { member in
      member.entity.name = isBody ? "\(rest) of \(owner?.name ?? "")" : rest
    }
  }

  /// The publisher is there even if nobody names it: the report's own sentences need a speaker.
  mutating func introducePublisher() -> Int {
    guard let name = document.text.metadata.publisher, !name.isEmpty else {
      return roster.insert(
        Roster.Member(
          entity: Entity(
            label: .organization, name: "publisher of \(document.text.origin)", kind: "publisher", isNamed: false)),
        key: nil)
    }
    for case .entity(let entry) in lexicon.senses(of: name) where lexicon.entries[entry].label == .organization {
      let known = entity(ofEntry: entry)
      roster.addAlias(name, to: known)
      return known
    }
    var member = Roster.Member(entity: Entity(label: .organization, name: name, kind: "publisher", link: nil))
    member.nouns = ["newspaper", "paper"]
    let bare = PhraseIndex<Int>.withoutArticle(name)
    let index = roster.insert(member, key: "name:" + WordFolding.key(bare))
    let parts = bare.split(separator: " ")
    // `the Daily Record` for the Caicos Daily Record.
    for start in parts.indices.dropFirst() {
      let tail = parts[start...].joined(separator: " ")
      if parts.count - start > 1 { roster.alias("name:" + WordFolding.key(tail), of: index) }
    }
    if parts.count > 1, let last = parts.last { roster.setNamePart("the " + WordFolding.key(last), index) }
    // `the Committee`, for the National Committee for Restoration.
    if let small = parts.firstIndex(where: { $0 == "for" || $0 == "of" }), small > 0 {
      roster.setNamePart("the " + WordFolding.key(parts[small - 1]), index)
    }
    return index
  }

  mutating func introduceAuthors() -> [Int] {
    document.text.metadata.authors.map { name in
      let key = "name:" + WordFolding.key(name)
      if let known = roster.index(forKey: key) { return known }
      return roster.insert(
        Roster.Member(entity: Entity(label: .person, name: name, kind: "person"), nouns: ["correspondent"]), key: key)
    }
  }

  /// What the lexicons know of the relations between entities that the report names: `Kremlin PART_OF Russia`.
  mutating func relateLexicon() {
    for index in roster.members.indices {
      guard let link = roster.member(index).entity.link, let entry = lexicon.entry(named: link),
        let parent = entry.parent, let relation = entry.relation,
        // Where a paper has its seat no report says; whose ministry it names does.
        relation != "BASED_IN",
        let mention = roster.member(index).entity.mentions.first,
        let target = roster.index(forKey: "entry:" + parent)
      else { continue }
      relate(index, relation, target, tokens: mention.tokens, sentence: mention.sentence, rule: "lexicon")
    }
  }

  func referents(publisher: Int, authors: [Int]) -> Referents {
    var result = Referents(
      entities: roster.members.map { member in
        var entity = member.entity
        entity.mentions.sort { ($0.range, $0.head) < ($1.range, $1.head) }
        return entity
      }, entityAtToken: entityAtToken.map { $0.map { EntityID($0) } },
      entityAtHead: entityAtHead.map { $0.map { EntityID($0) } }, publisher: EntityID(publisher),
      authors: authors.map { EntityID($0) })
    result.relations = relations.sorted {
      ($0.tokens.lowerBound, $0.type, $0.from, $0.to) < ($1.tokens.lowerBound, $1.type, $1.from, $1.to)
    }
    return result
  }
}
