import GraphCore

/// What claims of a case do to each other: who denies, contradicts, revises, agrees with whom, and by what sign.
struct JudgementMaking {
  let matter: CaseMatter
  let roles: RoleTable
  var kinship: Kinship { matter.kinship }
  /// The first reason for each pair counts; as a code of `reasons`.
  private var made: [Pair: UInt32] = [:]
  private var reasons = SharedTexts()
  /// Roles that rivals are named for.
  private(set) var rivalRoles: Set<RoleTable.Key> = []

  private struct Pair: Hashable {
    let kind: Judgement.Kind
    let from: ClaimPlace
    let to: ClaimPlace
  }

  /// How many claims of one kind about one event are set against each other: beyond it the pairs say nothing new, and
  /// their number grows with the square.
  static let mostClaims = 24

  init(of matter: CaseMatter, _ roles: RoleTable) {
    self.matter = matter
    self.roles = roles
    addExplicitDenials()
    for cluster in matter.events.clusters.indices {
      addDenials(in: cluster)
      addRivals(in: cluster)
      addAgreement(in: cluster)
      addFigures(in: cluster)
    }
    addComparedFigures()
    addRepetitions()
    let links = StoryLinks(of: matter.reports, matter.identities)
    let pairs = links.pairs
    addCounts(pairs)
    addTolls(pairs)
    addAnswers(pairs + tellingOneEvent(), loose: links.loose)
  }

  /// Hands them on ascending by kind and ends.
  func forEachJudgement(_ body: (Judgement) -> Void) {
    let sorted = made.compactMap {
      pair, reason -> (kind: Judgement.Kind, from: ClaimKey, to: ClaimKey, reason: UInt32)? in
      guard let from = matter.key(pair.from), let to = matter.key(pair.to) else { return nil }
      return (pair.kind, from, to, reason)
    }.sorted { ($0.kind.rawValue, $0.from, $0.to) < ($1.kind.rawValue, $1.from, $1.to) }
    for found in sorted {
      body(Judgement(found.kind, from: found.from, to: found.to, why: reasons[found.reason] ?? ""))
    }
  }

  /// The claims of which it is known that they deny others.
  var deniers: Set<ClaimPlace> { Set(made.keys.lazy.filter { $0.kind == .denies }.map(\.from)) }

  mutating func add(_ kind: Judgement.Kind, _ from: ClaimPlace, _ to: ClaimPlace, _ why: String) {
    guard from != to, matter.claims.isKept(from), matter.claims.isKept(to) else { return }
    let pair = Pair(kind: kind, from: from, to: to)
    // Agreement and contradiction hold both ways: one edge tells it.
    if kind == .agreesWith || kind == .contradicts, made[Pair(kind: kind, from: to, to: from)] != nil { return }
    if made[pair] == nil { made[pair] = reasons.code(of: why) }
  }

  func name(_ identity: Int) -> String { matter.identities.groups[identity].name }

  /// The root of each, one for each speaker and report, as far as they speak for what they are about.
  func supporters(_ claims: [ClaimPlace]) -> [ClaimPlace] {
    voices(claims.map { matter.root($0) }.filter { matter.stance($0).weight == .supports })
  }

  func voices(_ roots: [ClaimPlace]) -> [ClaimPlace] {
    var seen: Set<[Int]> = []
    return Array(
      Set(roots).sorted().filter { seen.insert([$0.report, matter.speaker($0)]).inserted }.prefix(Self.mostClaims))
  }

  // MARK: Denial

  /// What the text itself says is denied.
  private mutating func addExplicitDenials() {
    for (report, assembled) in matter.reports.enumerated() {
      for (index, claim) in assembled.analysis.claims.enumerated() {
        if let former = claim.revises {
          add(.revises, ClaimPlace(report, index), ClaimPlace(report, former.index), "gave another number before")
        }
        for seconded in claim.agrees {
          let words = claim.cue.map { " (`\($0)`)" } ?? ""
          add(.agreesWith, ClaimPlace(report, index), ClaimPlace(report, seconded.index), "says the same\(words)")
        }
        guard let denied = claim.denies else { continue }
        let words = claim.cue.map { " (`\($0)`)" } ?? ""
        // Who states the contrary of what another says, and rebuts nobody.
        if Stance(claim.stance).weight == .supports {
          add(.contradicts, ClaimPlace(report, index), ClaimPlace(report, denied.index), "says the contrary\(words)")
          continue
        }
        add(.denies, ClaimPlace(report, index), ClaimPlace(report, denied.index), "denied in so many words\(words)")
      }
    }
  }

  /// Who denies a part in an event denies what others say of that part, and of the part of those it answers for.
  private mutating func addDenials(in cluster: Int) {
    let keys = roles.keys(ofCluster: cluster)
    var spoken: Set<ClaimPlace> = []
    for denied in keys {
      let denials = roles.claims(of: denied)?.denials ?? []
      spoken.formUnion(denials.map { matter.root($0) })
      for stated in keys where stated.edge == denied.edge && kinship.isAnswerable(denied.actor, for: stated.actor) {
        addDenials(from: voices(denials.map { matter.root($0) }), of: stated)
      }
    }
    let others = (matter.eventClaims[cluster]).map { matter.root($0) }
      .filter { matter.stance($0) == .denies && !spoken.contains($0) }
    addRepeatedDenials(voices(others))
    // Who denies something beside a warning or an accusation does not deny that it was made.
    guard Blame.types.contains(matter.eventNodes[cluster].type) else { return }
    for denial in voices(others) {
      let speaker = matter.speaker(denial)
      for stated in keys where stated.edge == .agent && kinship.isAnswerable(speaker, for: stated.actor) {
        addDenials(from: [denial], of: stated)
      }
    }
  }

  /// Who denies the same thing in one report and the next agrees with himself.
  private mutating func addRepeatedDenials(_ denials: [ClaimPlace]) {
    for (_, same) in Dictionary(grouping: denials, by: { matter.speaker($0) }) {
      guard let first = same.first else { continue }
      for again in same.dropFirst() where again.report != first.report {
        add(.agreesWith, again, first, "the same speaker denies it again")
      }
    }
  }

  private mutating func addDenials(from denials: [ClaimPlace], of stated: RoleTable.Key) {
    guard let claims = roles.claims(of: stated) else { return }
    for denial in denials {
      for claim in supporters(claims.statements) where matter.speaker(claim) != matter.speaker(denial) {
        add(.denies, denial, claim, "denies that \(name(stated.actor)) is \(stated.edge.rawValue)")
      }
    }
  }

  // MARK: Rivals and agreement

  /// Two sides are named for a deed that one of them did.
  private mutating func addRivals(in cluster: Int) {
    guard Blame.types.contains(matter.eventNodes[cluster].type) else { return }
    let agents = roles.keys(ofCluster: cluster).filter { $0.edge == .agent }.prefix(Self.mostClaims)
    for (position, first) in agents.enumerated() {
      for second in agents[(agents.startIndex + position + 1)...] {
        guard kinship.areRivals(first.actor, second.actor, matter.identities) else { continue }
        let (a, b) = (roots(naming: first), roots(naming: second))
        // Who names both means that they did it together.
        guard a.isDisjoint(with: b), !a.isEmpty, !b.isEmpty else { continue }
        rivalRoles.formUnion([first, second])
        for later in voices(Array(b)) {
          for earlier in voices(Array(a)) where matter.speaker(later) != matter.speaker(earlier) {
            let why = "names another agent: \(name(second.actor)), not \(name(first.actor))"
            add(.contradicts, max(later, earlier), min(later, earlier), why)
          }
        }
      }
    }
  }

  private func roots(naming key: RoleTable.Key) -> Set<ClaimPlace> {
    Set(supporters(roles.claims(of: key)?.statements ?? []))
  }

  private mutating func addAgreement(in cluster: Int) {
    for key in roles.keys(ofCluster: cluster) {
      guard let claims = roles.claims(of: key) else { continue }
      let role = "\(name(key.actor)) is \(key.edge.rawValue)"
      for voices in sameWay(supporters(claims.statements)) { addAgreement(among: voices, "says too that \(role)") }
      addAgreement(among: voices(claims.denials.map { matter.root($0) }), "denies too that \(role)")
    }
  }

  /// Those that say so, and those that say that it is not so: who says that somebody is to go does not agree with who says that
  /// he is not to.
  private func sameWay(_ voices: [ClaimPlace]) -> [[ClaimPlace]] {
    guard voices.count > 1 else { return [voices] }
    let parted = Dictionary(grouping: voices) {
      AnswerWords(matter.reports[$0.report].text(ofClaim: $0.index)).isNegated
    }
    return [parted[false] ?? [], parted[true] ?? []]
  }

  /// Each agrees with the first, so that the edges stay as few as the voices.
  mutating func addAgreement(among voices: [ClaimPlace], _ why: String) {
    guard let first = voices.first else { return }
    for voice in voices.dropFirst() {
      let again = matter.speaker(voice) == matter.speaker(first) ? ", the same speaker again" : ""
      add(.agreesWith, voice, first, why + again)
    }
  }
}
