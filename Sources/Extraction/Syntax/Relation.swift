/// A dependency relation of Universal Dependencies, as far as a rule asks for it.
enum Relation: UInt8, Sendable, CaseIterable {
  case root, subject, passiveSubject, outerSubject, clausalSubject, object, indirectObject, clausalComplement
  case openComplement, oblique, agent, adverbialClause, adverb, auxiliary, passiveAuxiliary, copula, marker
  case nominalModifier, possessive, apposition, adnominalClause, relativeClause, adjective, number, determiner
  case caseMarker, coordinator, conjunct, compound, particle, flat, fixed, parataxis, expletive, list, vocative
  case discourse, punctuation, dislocated, unmarkedOblique, unmarkedModifier, description, other

  init(deprel: String) { self = Self.byName[deprel] ?? Self.byBase(deprel) }

  private static func byBase(_ deprel: String) -> Self {
    guard let colon = deprel.firstIndex(of: ":") else { return .other }
    return byName[String(deprel[..<colon])] ?? .other
  }

  private static let byName: [String: Self] = [
    "root": .root, "nsubj": .subject, "nsubj:pass": .passiveSubject, "nsubj:outer": .outerSubject,
    "csubj": .clausalSubject, "obj": .object, "iobj": .indirectObject, "ccomp": .clausalComplement,
    "xcomp": .openComplement, "obl": .oblique, "obl:agent": .agent, "advcl": .adverbialClause, "advmod": .adverb,
    "aux": .auxiliary, "aux:pass": .passiveAuxiliary, "cop": .copula, "mark": .marker, "nmod": .nominalModifier,
    "nmod:poss": .possessive, "appos": .apposition, "acl": .adnominalClause, "acl:relcl": .relativeClause,
    "advcl:relcl": .relativeClause, "amod": .adjective, "nummod": .number, "det": .determiner, "case": .caseMarker,
    "cc": .coordinator, "conj": .conjunct, "compound": .compound, "compound:prt": .particle, "flat": .flat,
    "fixed": .fixed, "parataxis": .parataxis, "expl": .expletive, "list": .list, "vocative": .vocative,
    "discourse": .discourse, "punct": .punctuation, "dislocated": .dislocated, "obl:unmarked": .unmarkedOblique,
    "obl:npmod": .unmarkedOblique, "obl:tmod": .unmarkedOblique, "nmod:unmarked": .unmarkedModifier,
    "nmod:npmod": .unmarkedModifier, "nmod:tmod": .unmarkedModifier, "nmod:desc": .description,
  ]
}

/// A set of relations, for questions that several of them answer.
struct RelationSet: OptionSet, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ relations: Relation...) { rawValue = relations.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  func has(_ relation: Relation) -> Bool { rawValue & (1 << UInt64(relation.rawValue)) != 0 }

  static let subjects = RelationSet(.subject, .passiveSubject, .outerSubject)
  static let obliques = RelationSet(.oblique, .agent, .unmarkedOblique)
  static let modifiers = RelationSet(.nominalModifier, .unmarkedModifier)
  static let nameParts = RelationSet(.compound, .flat, .fixed, .description)
  static let adnominalClauses = RelationSet(.adnominalClause, .relativeClause)
}
