/// Words for one thing: reports and those who answer them seldom use the same.
enum AnswerMatters {
  /// The word that stands for a word as it is, or by its stem.
  static func word(for plain: String, _ stem: String) -> String? { words[plain] ?? words[stem] }

  /// What is commonly denied: each of them alone tells of a matter.
  static let deeds = Set(done.map(\.word))

  private static let words: [String: String] = {
    var words: [String: String] = [:]
    for (word, others) in named + done {
      words[word] = word
      for other in others.split(separator: " ") { words[String(other)] = word }
    }
    return words
  }()

  /// Deeds, and things that are dealt with in them.
  private static let done: [(word: String, others: String)] = [
    ("abduct", "abducted abduction hostage hostages kidnapped kidnapping seized"),
    ("arms", "shell shells weapon weapons"),
    ("beat", "batons beaten beating beatings clubbed kicked punched"),
    ("blow", "blew blown detonated exploded explosion"),
    ("bribe", "bribed bribery bribes bribing bung envelope envelopes kickback kickbacks"),
    ("bring", "brought"),
    ("burn", "ablaze arson burned burnt torched"),
    ("buy", "bought"),
    ("cheat", "cheated cheating"),
    ("conceal", "concealed concealing covered hidden hide hiding suppress suppressed withheld withhold"),
    ("cross", "crossed crossing entered incursion intrusion"),
    ("destroy", "deleted deleting destroyed destroying erased erasing shredded shredding wiped"),
    ("disable", "bypassed deactivated disabled disabling switched taped unplugged"),
    ("dope", "doped doping epo steroid steroids"),
    ("dump", "discharge discharged discharging dumped dumping"),
    ("edit", "altered cut edited editing glued inserted manipulated spliced"),
    ("expel", "deportation deported deporting evicted eviction expelled expelling pushback pushbacks"),
    ("forge", "backdated doctored fabricated falsified falsifying forged forging tampered tampering"),
    ("fund", "bankrolled finance financed financing funded funding"),
    ("hack", "cyberattack hacked hacker hackers hacking"),
    ("hit", "airstrike airstrikes attack attacked attacking bomb bombed bombing bombs hitting raid shelled shelling"),
    ("hit", "strafed strike strikes struck target targeted targeting"),
    ("hold", "arrested captive custody detain detained detention held imprisoned jailed"),
    ("ignore", "disregarded ignored ignoring neglected overlooked"),
    ("kill", "bodies body casualties casualty dead death deaths die died fatalities fatality killed life lives toll"),
    ("know", "knew known"),
    ("loot", "looted looting plundered plundering ransacked"),
    ("meet", "meeting meetings met talks"),
    ("mislead", "deceive deceived deceiving lie lied lying misleading misled"),
    ("offer", "offered offering offers"),
    ("pay", "paid paying payment payments"),
    ("poison", "poisoned poisoning"),
    ("protest", "demonstrator demonstrators marchers protester protesters protestors supporters"),
    ("push", "pushed pushing shoved shoving"),
    ("ram", "collided collision rammed ramming"),
    ("resign", "quit quitting resignation resigned resigning"),
    ("rig", "fraud inflating rigged rigging"),
    ("sell", "selling sold"),
    ("send", "sending sent"),
    ("shoot", "ammunition bullet bullets fire fired firing gunfire opened rounds shooting shot shots"),
    ("smuggle", "smuggled smuggling"),
    ("spy", "bugged eavesdropped eavesdropping espionage spied spying surveillance wiretapped"),
    ("steal", "stole stolen theft"),
    ("take", "taken taking took"),
    ("threaten", "blackmail blackmailed intimidated intimidation pressured threat threatened threatening threats"),
    ("torture", "abuse abused ill-treated mistreated mistreatment tortured torturing"),
    ("troop", "army battalion battalions forces soldier soldiers troops"),
    ("warn", "warned warning warnings"),
    ("weep", "wept"),
    ("withdraw", "withdrawal withdrawn withdrew"),
  ]

  /// People and things that stand beside them.
  private static let named: [(word: String, others: String)] = [
    ("doctor", "doctors medic medics physician"),
    ("document", "documents dossier file files memo papers"),
    ("earthquake", "quake tremor tremors"),
    ("hospital", "clinic clinics hospitals infirmary ward wards"),
    ("gear", "equipment lifejacket lifejackets lifeboat lifeboats lifebelts"),
    ("infusion", "drip drips infusions injection transfusion"),
    ("inmate", "convict convicts detainee detainees prisoner prisoners"),
    ("money", "cash funds sum"),
    ("plane", "aircraft airliner jet jets planes"),
    ("police", "constable officer officers policeman policemen"),
    ("recording", "audio clip footage recordings tape tapes video videos"),
    ("raise", "flagged raised reported reporting"),
    ("river", "lake stream"),
    ("sensor", "alarm alarms detector detectors device devices sensors siren sirens"),
    ("ship", "boat boats freighter ships tanker vessel vessels"),
    ("vote", "ballot ballots votes"),
    ("worker", "employee employees labourers miners staff staffer workers"),
  ]
}
