/// The words of the press grammar, by class. A class of verbs lists base forms; `%say.VBD` asks for one form of one of them.
struct PressLexicon {
  private let classes: [String: (xpos: String, upos: String?, words: [String])]

  init() {
    var classes: [String: (xpos: String, upos: String?, words: [String])] = [:]
    for line in Self.text.split(separator: "\n") {
      let cells = line.split(separator: " ")
      let tags = cells[1].split(separator: ".")
      classes[String(cells[0])] = (
        String(tags.last ?? "NN"), tags.count > 1 ? String(tags[0]) : nil, cells.dropFirst(2).map(String.init)
      )
    }
    self.classes = classes
  }

  /// Names that stand for all names that nobody has seen: put together from syllables.
  private static func invented(_ number: Int) -> String {
    var rest = number
    func pick(_ list: [String]) -> String {
      defer { rest /= list.count }
      return list[rest % list.count]
    }
    var name = ""
    let syllables = Int(pick(["1", "2", "2", "2", "3"])) ?? 2
    for _ in 0..<syllables { name += pick(onsets) + pick(vowels) }
    name += pick(endings)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static let onsets = [
    "b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v",
    "z",
    "", "ch", "kh", "w", "y",
  ]
  private static let vowels = ["a", "e", "i", "o", "u", "a", "o", "ai", "ou"]
  private static let endings = [
    "n", "ra", "lov", "nko", "ski", "man", "ton", "li", "ro", "nda", "s", "r", "k", "l", "ki", "vic", "sen", "son",
    "tti", "mba",
    "", "ev", "in", "ez", "berg", "ley", "a", "o",
  ]
  private static let open: Set<String> = ["first", "last", "place", "paper", "agency"]

  func word(_ name: String, tag: String?, number: Int) -> (form: String, xpos: String, upos: String?) {
    if Self.open.contains(name), number % 2 == 0 { return (Self.invented(number / 2), "NNP", nil) }
    guard let entry = classes[name] else { preconditionFailure("no class \(name)") }
    let word = entry.words[number % entry.words.count]
    guard entry.xpos == "VB", let tag else { return (word, tag ?? entry.xpos, entry.upos) }
    return (Self.inflected(word, tag), tag, entry.upos)
  }

  static func inflected(_ verb: String, _ tag: String) -> String {
    let parts = irregular[verb]
    let isY = verb.hasSuffix("y") && !"aeou".contains(verb.dropLast().last ?? "a")
    let stem =
      verb.hasSuffix("e") ? String(verb.dropLast()) : doubling.contains(verb) ? verb + String(verb.suffix(1)) : verb
    switch tag {
    case "VBZ":
      if isY { return verb.dropLast() + "ies" }
      return verb + (["s", "x", "h"].contains(verb.suffix(1)) && !verb.hasSuffix("gh") ? "es" : "s")
    case "VBD": return parts?.past ?? (isY ? verb.dropLast() + "ied" : stem + "ed")
    case "VBN": return parts?.participle ?? (isY ? verb.dropLast() + "ied" : stem + "ed")
    case "VBG": return verb.hasSuffix("ee") ? verb + "ing" : stem + "ing"
    default: return verb
    }
  }

  private static let doubling: Set<String> = [
    "admit", "rebut", "plan", "refer", "stop", "rob", "ban", "plot", "stab", "acquit", "kidnap", "bar", "drop",
  ]

  private static let irregular: [String: (past: String, participle: String)] = [
    "say": ("said", "said"), "tell": ("told", "told"), "write": ("wrote", "written"), "hold": ("held", "held"),
    "shoot": ("shot", "shot"), "hit": ("hit", "hit"), "take": ("took", "taken"), "give": ("gave", "given"),
    "send": ("sent", "sent"), "steal": ("stole", "stolen"), "lead": ("led", "led"), "leave": ("left", "left"),
    "break": ("broke", "broken"), "meet": ("met", "met"), "flee": ("fled", "fled"), "burn": ("burned", "burned"),
    "strike": ("struck", "struck"), "see": ("saw", "seen"), "find": ("found", "found"), "know": ("knew", "known"),
    "sell": ("sold", "sold"), "buy": ("bought", "bought"), "build": ("built", "built"), "sign": ("signed", "signed"),
    "withdraw": ("withdrew", "withdrawn"), "win": ("won", "won"), "hide": ("hid", "hidden"), "blow": ("blew", "blown"),
    "overthrow": ("overthrew", "overthrown"), "pay": ("paid", "paid"), "make": ("made", "made"),
    "die": ("died", "died"),
    "think": ("thought", "thought"), "fall": ("fell", "fallen"), "begin": ("began", "begun"),
    "speak": ("spoke", "spoken"),
    "shut": ("shut", "shut"), "cut": ("cut", "cut"), "dismiss": ("dismissed", "dismissed"), "hear": ("heard", "heard"),
    "freeze": ("froze", "frozen"), "wear": ("wore", "worn"), "fight": ("fought", "fought"),
    "throw": ("threw", "thrown"),
    "drive": ("drove", "driven"), "grow": ("grew", "grown"), "sink": ("sank", "sunk"), "tear": ("tore", "torn"),
    "forbid": ("forbade", "forbidden"), "seek": ("sought", "sought"), "catch": ("caught", "caught"),
    "teach": ("taught", "taught"), "swear": ("swore", "sworn"), "bring": ("brought", "brought"),
    "spend": ("spent", "spent"), "lose": ("lost", "lost"), "choose": ("chose", "chosen"),
    "forget": ("forgot", "forgotten"),
    "keep": ("kept", "kept"), "read": ("read", "read"), "set": ("set", "set"), "put": ("put", "put"),
    "spread": ("spread", "spread"), "feed": ("fed", "fed"), "bear": ("bore", "borne"), "bind": ("bound", "bound"),
    "draw": ("drew", "drawn"), "eat": ("ate", "eaten"), "feel": ("felt", "felt"), "fly": ("flew", "flown"),
    "forgive": ("forgave", "forgiven"), "get": ("got", "got"), "hang": ("hung", "hung"), "lay": ("laid", "laid"),
    "lend": ("lent", "lent"), "light": ("lit", "lit"), "mean": ("meant", "meant"), "ride": ("rode", "ridden"),
    "ring": ("rang", "rung"), "run": ("ran", "run"), "shake": ("shook", "shaken"), "show": ("showed", "shown"),
    "sing": ("sang", "sung"), "slide": ("slid", "slid"), "stand": ("stood", "stood"), "stick": ("stuck", "stuck"),
    "swim": ("swam", "swum"), "wake": ("woke", "woken"), "wind": ("wound", "wound"), "rebuild": ("rebuilt", "rebuilt"),
    "overturn": ("overturned", "overturned"), "withhold": ("withheld", "withheld"), "go": ("went", "gone"),
    "come": ("came", "come"), "sleep": ("slept", "slept"), "sit": ("sat", "sat"), "lie": ("lay", "lain"),
    "rise": ("rose", "risen"), "understand": ("understood", "understood"), "foresee": ("foresaw", "foreseen"),
  ]
}
