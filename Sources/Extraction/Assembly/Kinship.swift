import GraphCore

/// Who speaks and answers for whom: a spokesman for his office, a ministry for its state.
struct Kinship: Sendable {
  /// By identity: what it belongs to, all the way up, itself included; not of those that belong to nothing, which are most.
  private var wholes: [Int: Set<Int>] = [:]
  /// By identity: the states that it is, belongs to, or bears in its name (`pro-Ukrainian group`).
  private var sides: [Int: Set<Int>] = [:]
  private let states: Set<Int>
  private let unnamed: Set<Int>

  private static let belonging: Set<String> = [
    "PART_OF", "MEMBER_OF", "HEAD_OF", "LEADER_OF", "SPOKESPERSON_OF", "BRANCH_OF", "OFFICER_OF", "OFFICIAL_OF",
    "ADVISER_OF", "EMPLOYEE_OF", "REPRESENTATIVE_OF", "MINISTER_OF", "OWNER_OF", "WORKS_FOR",
  ]

  init(of identities: Identities, threads: Int = 1) {
    var up: [Int: Set<Int>] = [:]
    var nations: [Int: Set<Int>] = [:]
    for relation in identities.entities.relations {
      let (from, to) = (identities.number(of: relation.from), identities.number(of: relation.to))
      let type = relation.type(in: identities.entities)
      if Self.belonging.contains(type) { up[from, default: []].insert(to) }
      if type == "NATIONAL_OF" { nations[from, default: []].insert(to) }
    }
    let states = Set(identities.groups.indices.filter { identities.groups[$0].label == .state })
    self.states = states
    unnamed = Set(identities.groups.indices.filter { !identities.groups[$0].isNamed })
    Self.addNamedWholes(to: &up, identities)
    var stateByWord: [String: Set<Int>] = [:]
    for state in states {
      for name in [identities.groups[state].name] + identities.groups[state].aliases {
        let form = NameForm(name)
        if form.words.count == 1 { stateByWord[form.text, default: []].insert(state) }
      }
    }
    let bearers = stateByWord
    let namesByOpening = Dictionary(grouping: bearers.keys) { $0.prefix(leastShared) }
    let (wholesAbove, nationsOf) = (up, nations)
    let found = parallelMap(identities.groups.count, threads: threads) { identity -> (Set<Int>, Set<Int>) in
      let wholes = Self.closure(of: identity, over: wholesAbove)
      var sides = wholes.intersection(states)
      for whole in wholes { sides.formUnion(nationsOf[whole] ?? []) }
      if !states.contains(identity) {
        for word in NameForm(identities.groups[identity].name).words {
          if let states = bearers[word] {
            sides.formUnion(states)
          } else if let names = namesByOpening[word.prefix(leastShared)] {
            sides.formUnion(Self.states(withDemonym: word, names, bearers))
          }
        }
      }
      return (wholes, sides)
    }
    for (identity, (wholes, sides)) in found.enumerated() {
      if wholes.count > 1 { self.wholes[identity] = wholes }
      if !sides.isEmpty { self.sides[identity] = sides }
    }
  }

  private static let demonymEndings: Set<String> = ["n", "an", "ian", "ean", "ish", "ese", "i", "ic"]

  /// The states whose name the word comes from by its looks (`Canadian`, `British`), those with most letters in common.
  ///
  /// - Parameter names: those that begin as the word does.
  private static func states(
    withDemonym word: String, _ names: [String], _ stateByWord: [String: Set<Int>]
  ) -> Set<Int> {
    var best = 0
    var found: Set<Int> = []
    for name in names {
      guard let states = stateByWord[name] else { continue }
      let shared = zip(word, name).prefix { $0 == $1 }.count
      guard shared >= max(leastShared, best), name.count - shared <= 3,
        demonymEndings.contains(String(word.dropFirst(shared)))
      else { continue }
      if shared > best { found = [] }
      best = shared
      found.formUnion(states)
    }
    return found
  }

  /// `leader of the Lualaba Free Column` belongs to the body whose name it ends with.
  private static func addNamedWholes(to up: inout [Int: Set<Int>], _ identities: Identities) {
    var bodies: [String: Int] = [:]
    for (number, group) in identities.groups.enumerated().reversed() where group.isNamed {
      guard group.label == .organization || group.label == .group else { continue }
      for name in [group.name] + group.aliases where !NameForm(name).isGeneric { bodies[NameForm(name).text] = number }
    }
    for (number, group) in identities.groups.enumerated() where !group.isNamed {
      let words = NameForm(group.name).words
      guard let start = words.indices.dropFirst().first(where: { bodies[words[$0...].joined(separator: " ")] != nil }),
        let body = bodies[words[start...].joined(separator: " ")]
      else { continue }
      up[number, default: []].insert(body)
    }
  }

  private static func closure(of identity: Int, over up: [Int: Set<Int>]) -> Set<Int> {
    var seen: Set<Int> = [identity]
    var queue = [identity]
    while let next = queue.popLast() {
      for whole in up[next] ?? [] where seen.insert(whole).inserted { queue.append(whole) }
    }
    return seen
  }

  /// Whether what is held against `a` is held against `b`: one is or belongs to the other, or both belong to one body
  /// smaller than a state.
  func areKin(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (wholes[a] ?? [a], wholes[b] ?? [b])
    return x.contains(b) || y.contains(a) || !x.intersection(y).subtracting(states).isEmpty
  }

  /// All that these belong to, and the states they stand for; of those without a name only that.
  func sides(of identities: Set<Int>) -> Set<Int> {
    identities.reduce(into: []) { all, identity in
      // One without a name may still be what another belongs to, whichever of the two comes first.
      var own = (wholes[identity] ?? [identity]).union(sides[identity] ?? [])
      if unnamed.contains(identity) { own.remove(identity) }
      all.formUnion(own)
    }
  }

  /// Kin, or the one is a state whose side the other is on.
  func isAnswerable(_ a: Int, for b: Int) -> Bool {
    if areKin(a, b) { return true }
    let statesOfA = (wholes[a] ?? [a]).intersection(states)
    return !statesOfA.isDisjoint(with: sides[b] ?? []) && !statesOfA.isEmpty
  }

  /// Whether the two are on sides that have nothing in common. An actor whose side is not known is no one's rival; a named
  /// one that belongs to no state is a side of its own.
  func areRivals(_ a: Int, _ b: Int, _ identities: Identities) -> Bool {
    guard !areKin(a, b) else { return false }
    func side(_ identity: Int) -> Set<Int> {
      let sides = sides[identity] ?? []
      guard sides.isEmpty else { return sides }
      return identities.groups[identity].isNamed ? wholes[identity] ?? [identity] : []
    }
    let (x, y) = (side(a), side(b))
    return !x.isEmpty && !y.isEmpty && x.isDisjoint(with: y)
  }
}

/// How many letters a demonym and the name it comes from begin with alike.
private let leastShared = 4
