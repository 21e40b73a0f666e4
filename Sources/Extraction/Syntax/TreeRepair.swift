import TextAnalysis

/// Mends trees that contradict their own tags, in the few ways that cost a report its claims. Each repair needs a tag or
/// mark that rules the parser's reading out; where nothing does, the tree stays.
struct TreeRepair: Sendable {
  let cues: CueTable
  /// Whether each repair is asked at each token, wherever it says that it begins: for the test that holds the two together.
  var asksEverywhere = false

  func repaired(_ document: Document) -> Document {
    var tokens = document.tokens
    for sentence in document.sentences where sentence.part == .body {
      for token in sentence.tokens { repair(token, sentence.tokens, &tokens) }
      // Repairs that got into each other's way leave the sentence as the parser had it.
      if !isTree(sentence.tokens, tokens) {
        for token in sentence.tokens { tokens[token] = document.tokens[token] }
      }
    }
    return Document(text: document.text, sentences: document.sentences, tokens: tokens)
  }

  private func repair(_ token: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard !asksEverywhere else {
      for repair in Self.inOrder { repair.mend(self, token, sentence, &tokens) }
      return
    }
    var rest = Self.beginnings.repairs(at: tokens[token])
    while let number = rest.popFirst() {
      let (relation, tag, part) = (tokens[token].deprel, tokens[token].xpos, tokens[token].upos)
      Self.inOrder[number].mend(self, token, sentence, &tokens)
      // What has become of the token decides which of the others may begin at it.
      if tokens[token].deprel != relation || tokens[token].xpos != tag || tokens[token].upos != part {
        rest = Self.beginnings.repairs(at: tokens[token]).after(number)
      }
    }
  }

  private static let beginnings = RepairBeginnings(inOrder)

  /// In this order: what a clause is, before who does what in it. Each says what the token is that it begins at.
  static let inOrder: [Repair] = [
    Repair(parts: [.pronoun], words: ["who"]) { $0.makeBody($1, $2, &$3) },
    Repair(tags: ["NNS"]) { $0.makeDenies($1, $2, &$3) },
    Repair(tags: ["NNS"], words: ["denies"]) { $0.makeDeniesBehindAge($1, $2, &$3) },
    Repair(relations: ["root"], tags: ["VBD", "VBN"]) { $0.lowerNamingParticiple($1, $2, &$3) },
    Repair(tags: ["NNS"]) { $0.makeSayingBehindAside($1, $2, &$3) },
    Repair(tags: ["NNS"]) { $0.makeTrailingSaying($1, $2, &$3) },
    Repair(tags: ["NNS"]) { $0.makeSetInSaying($1, $2, &$3) },
    Repair(relations: ["det"], words: ["that"]) { $0.makeToldClause($1, $2, &$3) },
    Repair(relations: ["iobj"]) { $0.makeSecondHearerSubject($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VB"]) { $0.makeSubjectOfSecond($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBD", "VBZ", "VBP"]) { $0.raiseClauseBehindPreposition($1, $2, &$3) },
    Repair(relations: ["ccomp", "advcl", "acl", "xcomp"], tags: ["VBN"]) { $0.joinDistantPerfect($1, $2, &$3) },
    Repair(relations: ["flat", "appos"], parts: [.properNoun]) { $0.partNames($1, $2, &$3) },
    Repair(parts: [.punctuation], words: ["'", "’"]) { $0.makePluralOwner($1, $2, &$3) },
    Repair(relations: ["amod"]) { $0.makeQualitySubject($1, $2, &$3) },
    Repair(relations: ["nsubj", "nsubj:pass", "amod"], parts: [.adjective]) { $0.makeNamedOffice($1, $2, &$3) },
    Repair(relations: ["advcl"], tags: ["VBP", "VB"]) { $0.makeHearerNoun($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.lowerReason($1, $2, &$3) },
    Repair(relations: ["parataxis", "appos", "nmod", "conj", "dep", "obj", "obl"], parts: [.properNoun]) {
      $0.raiseNameBehindClause($1, $2, &$3)
    },
    Repair(relations: ["obl"]) { $0.joinDescribedPhrase($1, $2, &$3) },
    Repair(relations: ["appos"]) { $0.raiseAppositionToSubject($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.partSecondContent($1, $2, &$3) },
    Repair(relations: ["acl:relcl"]) { $0.joinSecondRelative($1, $2, &$3) },
    Repair(relations: ["xcomp", "ccomp", "obj"], tags: ["VBZ", "VBP"], parts: [.verb]) {
      $0.makeNamedWords($1, $2, &$3)
    },
    Repair(relations: ["xcomp", "ccomp", "obj", "parataxis"], parts: [.verb]) { $0.makeOwnedWords($1, $2, &$3) },
    Repair(relations: ["ccomp", "xcomp", "obj", "parataxis"], tags: ["VBZ", "VBP"], parts: [.verb]) {
      $0.makeDeniedWords($1, $2, &$3)
    },
    Repair(relations: ["ccomp", "xcomp", "advcl"], parts: [.verb], words: ["lies"]) {
      $0.makeVerdictBehindAs($1, $2, &$3)
    },
    Repair(parts: [.noun]) { $0.makeSayingThat($1, $2, &$3) },
    Repair(tags: ["NN", "NNS", "NNP", "NNPS"]) { $0.makePastWithObject($1, $2, &$3) },
    Repair(relations: ["compound"], tags: ["NN", "NNS", "NNP", "NNPS"]) { $0.raisePastBetween($1, $2, &$3) },
    Repair(parts: [.noun]) { $0.releaseAnswered($1, $2, &$3) },
    Repair(relations: ["advmod", "discourse"]) { $0.releaseQuotedWord($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.raiseBeforeColon($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.raiseBeforeAside($1, $2, &$3) },
    Repair(relations: ["root"], tags: ["VB"]) { $0.makePastOfPut($1, $2, &$3) },
    Repair(relations: ["root"], tags: ["VBN", "VBD"]) { $0.lowerAsked($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBN", "VBD"]) { $0.releaseAnswerer($1, $2, &$3) },
    Repair(relations: ["amod"], tags: ["JJ"], parts: [.adjective]) { $0.makeVerbBetween($1, $2, &$3) },
    Repair(relations: ["nsubj"], parts: [.verb, .adjective]) { $0.lowerOpeningWord($1, $2, &$3) },
    Repair(relations: ["amod"], parts: [.verb]) { $0.raiseRejecting($1, $2, &$3) },
    Repair(relations: ["obj"], parts: [.properNoun]) { $0.makeOwnerOfWords($1, $2, &$3) },
    Repair(relations: ["mark"], words: ["that"]) { $0.makeNamedThat($1, $2, &$3) },
    Repair(relations: ["obj", "nmod", "obl"], parts: [.noun]) { $0.releaseDismissed($1, $2, &$3) },
    Repair(relations: ["advcl"], parts: [.verb]) { $0.makeDismissedWords($1, $2, &$3) },
    Repair(relations: ["acl", "acl:relcl"], parts: [.verb]) { $0.raiseVerdictGiver($1, $2, &$3) },
    Repair(relations: ["obj"]) { $0.returnIssuer($1, $2, &$3) },
    Repair(parts: [.pronoun], words: ["something"]) { $0.lowerRuledOut($1, $2, &$3) },
    Repair(relations: ["cop"], parts: [.auxiliary], words: ["being"]) { $0.makeDeniedBeing($1, $2, &$3) },
    Repair(relations: ["nsubj", "nsubj:pass"], parts: [.noun, .properNoun, .pronoun, .numeral]) {
      $0.returnSubjectBehindSaying($1, $2, &$3)
    },
    Repair(relations: ["conj"], parts: [.verb]) { $0.raiseSecondAnswer($1, $2, &$3) },
    Repair(relations: ["amod"], parts: [.verb]) { $0.raiseSecondCharge($1, $2, &$3) },
    Repair(relations: ["obl:agent"]) { $0.releaseMeans($1, $2, &$3) },
    Repair(relations: ["amod"], parts: [.adjective]) { $0.raiseVerdictBehindNoun($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.takeContent($1, $2, &$3) },
    Repair(relations: ["nsubj"], words: ["that"]) { $0.makeThatMark($1, $2, &$3) },
    Repair(relations: ["advcl"]) { $0.makeThatContent($1, $2, &$3) },
    Repair(tags: ["VBZ"], parts: [.verb]) { $0.makeSubjectBehindThat($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.joinSecondPerfect($1, $2, &$3) },
    Repair(relations: ["amod"], tags: ["VBD"]) { $0.makeSpeakerOfAdjective($1, $2, &$3) },
    Repair { $0.raiseDenied($1, $2, &$3) },
    Repair(relations: ["amod"], tags: ["VBN", "VBD"]) { $0.raiseDeniedClause($1, $2, &$3) },
    Repair(relations: ["advcl"]) { $0.raiseGerund($1, $2, &$3) },
    Repair(words: ["not", "n't", "n’t"]) { $0.returnNegation($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBN"]) { $0.joinPerfect($1, $2, &$3) },
    Repair(relations: ["acl", "acl:relcl"]) { $0.returnThatClause($1, $2, &$3) },
    Repair(relations: ["det"], tags: ["DT"]) { $0.returnArticle($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBD", "VBN"]) { $0.lowerOpeningParticiple($1, $2, &$3) },
    Repair(tags: ["VBZ", "VBD", "VBP"]) { $0.lowerAnswer($1, $2, &$3) },
    Repair(parts: [.noun]) { $0.makeParticipleOfSaying($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.joinSecondContent($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.joinParticiples($1, $2, &$3) },
    Repair(relations: ["ccomp", "parataxis"]) { $0.returnToParticiple($1, $2, &$3) },
    Repair(relations: ["advcl", "conj", "acl", "xcomp", "ccomp"]) { $0.releaseFromRelative($1, $2, &$3) },
    Repair(tags: ["NNP"]) { $0.raiseVerbBehindName($1, $2, &$3) },
    Repair(relations: ["parataxis"], tags: ["VBN"], parts: [.verb]) { $0.makePastOfSubject($1, $2, &$3) },
    Repair(words: [";", ":"]) { $0.partAtSemicolon($1, $2, &$3) },
    Repair(parts: [.verb], words: ["dawn", "dusk", "daybreak"]) { $0.makeTimeOfDay($1, $2, &$3) },
    Repair(words: ["shot"]) { $0.makeShooting($1, $2, &$3) },
    Repair(relations: ["obl"], parts: [.noun]) { $0.makeVictim($1, $2, &$3) },
    Repair(relations: ["acl"], tags: ["VBN"]) { $0.makeContentFinite($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.lowerDeniedThat($1, $2, &$3) },
    Repair(relations: ["obl"], parts: [.noun, .properNoun]) { $0.makeSubjectBehindAfter($1, $2, &$3) },
    Repair(relations: ["acl"], tags: ["VBN", "VBD"]) { $0.makeFinite($1, $2, &$3) },
    Repair(tags: ["VBN", "VBD"], parts: [.verb]) { $0.raiseOnlyVerb($1, $2, &$3) },
    Repair(relations: ["acl"], tags: ["VBN", "VBD"]) { $0.raiseBeforeGerund($1, $2, &$3) },
    Repair(tags: ["VBD", "VBZ", "VBP"]) { $0.raiseSpeakerBehindClause($1, $2, &$3) },
    Repair(relations: ["nsubj", "nsubj:pass"], parts: [.noun]) { $0.lowerTimeClause($1, $2, &$3) },
    Repair(relations: ["nsubj"], parts: [.noun, .properNoun]) { $0.apposeSecondSubject($1, $2, &$3) },
    Repair(relations: ["acl"], tags: ["VBN"]) { $0.apposeCalled($1, $2, &$3) },
    Repair(parts: [.noun, .adjective]) { $0.returnQuotedVerdict($1, $2, &$3) },
    Repair(relations: ["root"], parts: [.noun]) { $0.frontAnswered($1, $2, &$3) },
    Repair(relations: ["acl:relcl", "acl"], parts: [.noun, .adjective]) { $0.raiseVerdictOnWords($1, $2, &$3) },
    Repair(words: ["not"]) { $0.lowerNotAtAll($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBD", "VBZ"]) { $0.raiseClosingSaying($1, $2, &$3) },
    Repair(relations: ["obj"]) { $0.returnPartedObject($1, $2, &$3) },
    Repair(words: ["whom"]) { $0.raiseBehindWhom($1, $2, &$3) },
    Repair(parts: [.pronoun], words: ["me"]) { $0.makeAdvocate($1, $2, &$3) },
    Repair(relations: ["advcl"]) { $0.makeAskedContent($1, $2, &$3) },
    Repair(relations: ["acl", "amod"], parts: [.adjective]) { $0.makeCountedPeople($1, $2, &$3) },
    Repair(relations: ["parataxis", "conj"], tags: ["VBD", "VBZ", "VBP"]) { $0.raiseOther($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.lowerPluralIntoContent($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBD"]) { $0.lowerFirstOfTwo($1, $2, &$3) },
    Repair(words: ["that"]) { $0.joinContentBehindThat($1, $2, &$3) },
    Repair(relations: ["nsubj"], words: ["that"]) { $0.makeSecondThatMark($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.returnFrontedContent($1, $2, &$3) },
    Repair(relations: ["advcl", "conj", "parataxis", "acl"], tags: ["VBN", "VBD"]) {
      $0.makeTrailingPast($1, $2, &$3)
    },
    Repair(relations: ["advcl"]) { $0.raiseMainVerb($1, $2, &$3) },
    Repair(tags: ["VBZ"], parts: [.verb]) { $0.makePluralNoun($1, $2, &$3) },
    Repair(relations: ["nsubj:pass"]) { $0.makePast($1, $2, &$3) },
    Repair(tags: ["NN", "NNS", "NNP", "NNPS"]) { $0.restorePast($1, $2, &$3) },
    Repair(relations: ["conj"], tags: ["NN"]) { $0.restoreSecondPast($1, $2, &$3) },
    Repair(relations: ["amod"]) { $0.raiseModifierWithSubject($1, $2, &$3) },
    Repair(relations: ["nsubj", "nsubj:pass", "nsubj:outer"], parts: [.noun, .properNoun, .pronoun, .numeral]) {
      $0.raiseReporter($1, $2, &$3)
    },
    Repair(relations: ["appos"]) { $0.returnPredicate($1, $2, &$3) },
    Repair(parts: [.noun, .adjective, .verb]) { $0.returnVerdict($1, $2, &$3) },
    Repair { $0.returnVerdictBehindAs($1, $2, &$3) },
    Repair(parts: [.noun, .adjective]) { $0.returnVerdictBehindClause($1, $2, &$3) },
    Repair(relations: ["nmod"]) { $0.raiseAttributee($1, $2, &$3) },
    Repair(relations: ["parataxis", "acl", "acl:relcl", "amod", "appos", "conj", "nmod", "ccomp", "advcl"]) {
      $0.raiseVerdict($1, $2, &$3)
    },
    Repair(relations: ["ccomp", "xcomp", "parataxis", "conj", "advcl"], parts: [.adjective, .noun]) {
      $0.raiseVerdictOfClause($1, $2, &$3)
    },
    Repair(relations: ["ccomp", "advcl", "parataxis", "acl:relcl", "acl"], parts: [.verb]) {
      $0.raiseVerdictVerb($1, $2, &$3)
    },
    Repair(parts: [.numeral]) { $0.raiseChange($1, $2, &$3) },
    Repair(relations: ["ccomp", "root", "obj", "parataxis", "dislocated"], parts: [.noun, .properNoun]) {
      $0.joinCoordinateSubject($1, $2, &$3)
    },
    Repair(relations: ["obl", "obl:agent", "nmod"]) { $0.raiseQuoting($1, $2, &$3) },
    Repair(relations: ["nmod"], parts: [.numeral]) { $0.raiseResult($1, $2, &$3) },
    Repair(relations: ["xcomp"], tags: ["VB", "VBP"]) { $0.makeNounOfInfinitive($1, $2, &$3) },
    Repair(relations: ["obl:unmarked"], parts: [.noun, .properNoun]) { $0.makeSubject($1, $2, &$3) },
    Repair(relations: ["xcomp", "obl:unmarked", "advcl", "dislocated", "ccomp", "obj"], parts: [.noun, .adjective]) {
      $0.makeAppositiveSubject($1, $2, &$3)
    },
    Repair(relations: ["nsubj"], parts: [.properNoun]) { $0.lowerNameBetweenCommas($1, $2, &$3) },
    Repair(relations: ["nmod"], parts: [.properNoun]) { $0.releaseDayBehindSubject($1, $2, &$3) },
    Repair(relations: ["acl", "nmod"]) { $0.returnPassiveCharge($1, $2, &$3) },
    Repair(relations: ["obl:agent"]) { $0.joinAgents($1, $2, &$3) },
    Repair(relations: ["advcl", "ccomp", "parataxis", "conj", "acl"], parts: [.verb]) {
      $0.raiseDismissedClaim($1, $2, &$3)
    },
    Repair(relations: ["ccomp"]) { $0.returnToWords($1, $2, &$3) },
    Repair(relations: ["acl"], parts: [.verb]) { $0.raiseFinding($1, $2, &$3) },
    Repair(relations: ["conj"], parts: [.verb]) { $0.raiseBehindGerund($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.lowerIntoContent($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.lowerAdverbBehindAnd($1, $2, &$3) },
    Repair(relations: ["nmod"], parts: [.properNoun]) { $0.raiseRankedName($1, $2, &$3) },
    Repair(relations: ["appos", "amod", "acl"], parts: [.adjective]) { $0.makeVerdictOfCalling($1, $2, &$3) },
    Repair(relations: ["ccomp"], words: ["had", "has", "have"]) { $0.joinPartedAuxiliary($1, $2, &$3) },
    Repair(tags: ["IN", "RP"]) { $0.returnStrandedPreposition($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.continueBehindAside($1, $2, &$3) },
    Repair(relations: ["nmod", "conj", "dep"], parts: [.properNoun]) { $0.apposeName($1, $2, &$3) },
    Repair(relations: ["parataxis"]) { $0.returnQuotedBehindColon($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.returnToSetOffWords($1, $2, &$3) },
    Repair(tags: ["VBD", "VBN", "VBZ"]) { $0.lowerAnswerWithName($1, $2, &$3) },
    Repair(relations: ["root"], tags: ["VBD", "VBN"]) { $0.lowerHeardBy($1, $2, &$3) },
    Repair(relations: ["compound"], tags: ["NNP", "NNPS"]) { $0.joinCompoundSubject($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.apposeBoth($1, $2, &$3) },
    Repair(relations: ["root"], parts: [.verb]) { $0.lowerBehindWhose($1, $2, &$3) },
    Repair(relations: ["vocative"], parts: [.properNoun]) { $0.makeSubjectOfCalled($1, $2, &$3) },
    Repair(words: ["neither"]) { $0.joinNeither($1, $2, &$3) },
    Repair(words: ["neither"]) { $0.joinNeitherSubjects($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBN", "VBD"]) { $0.returnSubjectBeforeParticiple($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBN", "VBD"]) { $0.lowerHeardParticiple($1, $2, &$3) },
    Repair(relations: ["conj"], tags: ["CD"]) { $0.joinCountedParticiple($1, $2, &$3) },
    Repair(relations: ["advcl", "acl", "conj", "parataxis"], tags: ["VBN", "VBD"]) {
      $0.raiseVerbBehindDescription($1, $2, &$3)
    },
    Repair(relations: ["ccomp"]) { $0.lowerParenthesis($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VB", "VBP"]) { $0.makeDetermined($1, $2, &$3) },
    Repair(relations: ["ccomp"], parts: [.properNoun]) { $0.raiseNameOverDescription($1, $2, &$3) },
    Repair(relations: ["nsubj"]) { $0.raiseBeforeTimeClause($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.lowerBeforeSaying($1, $2, &$3) },
    Repair(words: ["not"]) { $0.lowerNegatedParticiple($1, $2, &$3) },
    Repair(relations: ["nsubj"]) { $0.makeAnswerer($1, $2, &$3) },
    Repair(relations: ["amod", "advmod"], words: ["accused", "deceased", "injured", "bereaved"]) {
      $0.makeAccusedSubject($1, $2, &$3)
    },
    Repair(relations: ["amod"], tags: ["VBD", "VBN"]) { $0.raiseVerbBehindQuotation($1, $2, &$3) },
    Repair(relations: ["obl"], parts: [.noun, .properNoun, .pronoun, .numeral]) { $0.lowerBehindSpeaker($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.continueContent($1, $2, &$3) },
    Repair(relations: ["parataxis", "appos", "list", "conj", "dep"], tags: ["NNS"]) { $0.makeSaying($1, $2, &$3) },
    Repair(relations: ["nsubj"], tags: ["NNS"]) { $0.makeDenying($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.raiseTeller($1, $2, &$3) },
    Repair(relations: ["parataxis", "ccomp", "conj", "advcl"]) { $0.returnParentheticalSubject($1, $2, &$3) },
    Repair(relations: ["nsubj"]) { $0.joinSpeakers($1, $2, &$3) },
    Repair(relations: ["conj", "acl", "acl:relcl", "appos", "nmod", "advcl"], parts: [.verb]) {
      $0.raiseTrailingSaying($1, $2, &$3)
    },
    Repair(relations: ["obl", "nmod", "obj", "dep", "obl:unmarked"]) { $0.raisePredicateOfSaying($1, $2, &$3) },
    Repair(relations: ["nsubj", "nsubj:pass", "nsubj:outer"]) { $0.releaseDay($1, $2, &$3) },
    Repair(words: ["according"]) { $0.joinAuthorities($1, $2, &$3) },
    Repair(words: ["according"]) { $0.releaseAuthority($1, $2, &$3) },
    Repair(relations: ["nsubj"], parts: [.noun, .properNoun, .pronoun, .numeral]) {
      $0.joinPairedSpeakers($1, $2, &$3)
    },
    Repair(relations: ["compound"], tags: ["NNS"]) { $0.joinPluralSpeakers($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBD", "VBZ"]) { $0.raiseSecondSpeaker($1, $2, &$3) },
    Repair(relations: ["nsubj"]) { $0.lowerMeasure($1, $2, &$3) },
    Repair(relations: ["acl"]) { $0.lowerDoubleSubject($1, $2, &$3) },
    Repair(relations: ["ccomp"], tags: ["VBD", "VBZ", "VBP"]) { $0.returnSubjectOfContent($1, $2, &$3) },
    Repair(parts: [.verb]) { $0.raiseNounToSpeaker($1, $2, &$3) },
    Repair(relations: ["conj", "parataxis", "advcl"], tags: ["VBD", "VBZ", "VBP"]) { $0.raiseRivalSaying($1, $2, &$3) },
    Repair(relations: ["parataxis", "ccomp", "conj", "appos", "acl", "acl:relcl", "advcl"]) {
      $0.raiseVerbBehindRelative($1, $2, &$3)
    },
    Repair(relations: ["acl:relcl", "acl", "parataxis", "ccomp"], parts: [.verb]) {
      $0.raiseVerbBehindWho($1, $2, &$3)
    },
    Repair(relations: ["acl:relcl"]) { $0.returnWhoToName($1, $2, &$3) },
    Repair(tags: ["VBD"], parts: [.verb]) { $0.raiseVerbBehindPhrase($1, $2, &$3) },
    Repair(relations: ["advcl", "advcl:relcl"]) { $0.returnWhoClause($1, $2, &$3) },
    Repair(relations: ["advcl"], tags: ["VBD"]) { $0.raiseSayingBehindTime($1, $2, &$3) },
    Repair(tags: ["VBG"]) { $0.lowerCiting($1, $2, &$3) },
    Repair(tags: ["VBG"]) { $0.raiseVerbBehindParticiple($1, $2, &$3) },
    Repair(relations: ["acl:relcl"]) { $0.raiseToldClause($1, $2, &$3) },
    Repair(tags: ["VBD"], parts: [.verb]) { $0.raiseSaidClause($1, $2, &$3) },
    Repair(relations: ["ccomp", "advcl"]) { $0.lowerReducedRelative($1, $2, &$3) },
    Repair(relations: ["acl", "acl:relcl"]) { $0.returnFromVenue($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.returnSecondComplement($1, $2, &$3) },
    Repair(relations: ["ccomp"]) { $0.lowerCondition($1, $2, &$3) },
    Repair(relations: ["acl"], tags: ["VBG"]) { $0.returnCharge($1, $2, &$3) },
    Repair(relations: ["acl", "acl:relcl", "appos", "parataxis"]) { $0.makeRejecting($1, $2, &$3) },
    Repair(relations: ["nsubj"]) { $0.joinBetween($1, $2, &$3) },
    Repair(relations: ["parataxis"], tags: ["VBD", "VBZ"]) { $0.raiseTrailingSpeaker($1, $2, &$3) },
    Repair(relations: ["nsubj", "obl:unmarked"], parts: [.noun, .properNoun]) { $0.joinSubjects($1, $2, &$3) },
    Repair(relations: ["nmod", "appos"]) { $0.raiseCopularPredicate($1, $2, &$3) },
    Repair(relations: ["advcl"]) { $0.lowerFrontedContent($1, $2, &$3) },
    Repair(tags: ["VBG"], parts: [.verb]) { $0.releaseDeniedPronoun($1, $2, &$3) },
    Repair(relations: ["ccomp", "advcl", "acl"], tags: ["VBG"]) { $0.releaseParticiple($1, $2, &$3) },
    Repair(relations: ["conj"], tags: ["VBD", "VBZ"]) { $0.raiseSecondSaying($1, $2, &$3) },
    Repair(relations: ["nsubj"], parts: [.noun, .properNoun]) { $0.releaseHearer($1, $2, &$3) },
    Repair(relations: ["expl"], words: ["it"]) { $0.makeSpeaking($1, $2, &$3) },
    Repair(relations: ["acl", "nmod", "advcl"]) { $0.returnAccusation($1, $2, &$3) },
    Repair(relations: ["xcomp"], parts: [.noun]) { $0.makeObjectOfCalling($1, $2, &$3) },
    Repair(relations: ["acl"]) { $0.raiseClaimedDeed($1, $2, &$3) },
    Repair(relations: ["amod"], tags: ["VBD"]) { repair, token, _, tokens in repair.raiseFiniteModifier(token, &tokens)
    },
    Repair(relations: ["amod"], tags: ["VBD", "VBN"]) { $0.raiseEnclosedVerb($1, $2, &$3) },
    Repair(relations: ["obj", "xcomp", "ccomp"]) { $0.restorePerfect($1, $2, &$3) },
    Repair(tags: ["VBN", "VBD"]) { $0.lowerCommaParticiple($1, $2, &$3) },
    Repair(relations: ["nsubj:pass"]) { $0.makeActive($1, $2, &$3) },
    Repair(relations: ["nsubj:pass"]) { $0.makeFiring($1, $2, &$3) },
    Repair(words: linkWords) { $0.raiseVerbBehindLink($1, $2, &$3) },
    Repair(relations: ["advcl", "acl"]) { $0.makeAskedInfinitive($1, $2, &$3) },
    Repair(relations: ["appos"]) { $0.raiseSubjectBehindAccording($1, $2, &$3) },
    Repair(relations: ["acl:relcl"], tags: ["VBD", "VBZ"]) { $0.raiseNamedSubject($1, $2, &$3) },
    Repair(relations: ["ccomp"], parts: [.noun]) { $0.lowerNominalComplement($1, $2, &$3) },
    Repair(relations: ["conj"]) { $0.raiseDetachedPredicate($1, $2, &$3) },
    Repair(relations: ["nmod"]) { $0.raiseAgent($1, $2, &$3) },
    Repair { $0.raisePredicateAgent($1, $2, &$3) },
    Repair(relations: ["amod"]) { $0.raisePredicate($1, $2, &$3) },
    Repair(relations: ["amod", "compound"], tags: ["VBG"]) { $0.releaseCue($1, $2, &$3) },
    Repair(relations: ["nmod"]) { $0.raiseCharge($1, $2, &$3) },
    Repair(relations: ["nmod"]) { $0.returnAccuser($1, $2, &$3) },
    Repair(relations: ["acl:relcl", "acl", "parataxis"]) { $0.returnComplement($1, $2, &$3) },
    Repair(words: ["according"]) { $0.lowerAccording($1, $2, &$3) },
    Repair(relations: ["nsubj"]) { $0.dropPrepositionalSubject($1, $2, &$3) },
    Repair(relations: ["nsubj"], parts: [.adjective]) { $0.raiseNounOverAdjective($1, $2, &$3) },
    Repair(relations: ["nsubj", "nsubj:pass"], parts: [.noun, .properNoun]) { $0.joinDoubleSubject($1, $2, &$3) },
    Repair(relations: ["nsubj"], parts: [.noun]) { $0.turnAround($1, $2, &$3) },
    Repair(relations: ["appos"], parts: [.noun, .properNoun]) { $0.raiseSpeaker($1, $2, &$3) },
    Repair(tags: ["VBD", "VBZ", "VBP"], parts: [.verb]) { $0.raiseSpeakerBehindPhrase($1, $2, &$3) },
    Repair(relations: ["obj"]) { $0.returnSubject($1, $2, &$3) },
    Repair(relations: ["parataxis"]) { $0.returnQuotation($1, $2, &$3) },
    Repair(tags: ["VBN", "VBD"]) { $0.raiseOverParticiple($1, $2, &$3) },
    Repair(relations: ["appos"], parts: [.properNoun]) { $0.raiseNameToSubject($1, $2, &$3) },
    Repair(relations: ["nsubj", "nsubj:pass", "nsubj:outer"], words: ["that", "who", "which"]) {
      $0.lowerRelative($1, $2, &$3)
    },
    Repair { $0.lowerNamedAnswer($1, $2, &$3) },
    Repair(tags: ["VBD", "VBZ", "VBP"], parts: [.verb]) { $0.makeSpeakerBehindSemicolon($1, $2, &$3) },
    Repair(relations: ["acl:relcl", "acl"], parts: [.verb]) { $0.returnRelative($1, $2, &$3) },
    Repair(relations: ["obl"]) { $0.raiseAccording($1, $2, &$3) },
    Repair(relations: ["obl"]) { $0.lowerDayOfEvent($1, $2, &$3) },
    Repair(relations: ["det"], words: ["which"]) { $0.partWhich($1, $2, &$3) },
    Repair(relations: ["ccomp", "conj", "parataxis", "advcl"]) { $0.lowerWhichClause($1, $2, &$3) },
    Repair(relations: ["obj"]) { $0.lowerObjectBehindPreposition($1, $2, &$3) },
    Repair(relations: ["obl"]) { $0.joinDayOfObject($1, $2, &$3) },
    Repair(relations: ["mark"]) { $0.raiseAdverbBeforeThat($1, $2, &$3) },
    Repair(relations: ["acl:relcl"]) { $0.makeRelativeSubject($1, $2, &$3) },
    Repair(relations: ["nsubj"]) { $0.makeSecondSubjectObject($1, $2, &$3) },
    Repair(relations: ["advcl"], tags: ["VBD", "VBN"]) { $0.makeQualityBehindPreposition($1, $2, &$3) },
    Repair(relations: ["appos"], parts: [.properNoun]) { $0.lowerBareTitle($1, $2, &$3) },
    Repair(relations: ["nsubj", "nsubj:pass"]) { $0.makeSubjectOfWhatIsSaid($1, $2, &$3) },
    Repair(words: ["had"]) { $0.makeInvertedCondition($1, $2, &$3) },
    Repair(relations: ["obl", "advcl", "nmod"]) { $0.raiseVerdictOfAnswer($1, $2, &$3) },
    Repair(tags: ["VBD", "VBZ", "VBP"]) { $0.makeDistantSubject($1, $2, &$3) },
    Repair(tags: ["VBD", "VBZ", "VBP"]) { $0.joinFamilyName($1, $2, &$3) },
    Repair(relations: ["obl"], parts: [.noun, .properNoun, .pronoun, .numeral]) {
      $0.makeSpeakerBehindAfter($1, $2, &$3)
    },
    Repair(relations: ["ccomp", "advcl", "acl", "acl:relcl"]) { $0.returnContentBehindSide($1, $2, &$3) },
    Repair(tags: ["VBD", "VBZ"]) { $0.turnSetInSaying($1, $2, &$3) },
    Repair(words: ["contrary"]) { $0.lowerContrary($1, $2, &$3) },
    Repair(relations: ["obj"], parts: [.noun]) { $0.makeWordsSubject($1, $2, &$3) },
    Repair(relations: ["advcl"]) { $0.makeQuestionedSubject($1, $2, &$3) },
    Repair(relations: ["xcomp", "ccomp", "advcl"], tags: ["VBD", "VBN"]) { $0.raiseSayingBehindWho($1, $2, &$3) },
  ]

  /// Whether every word of the sentence leads to one root.
  private func isTree(_ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    guard sentence.count(where: { tokens[$0].head == nil }) == 1 else { return false }
    // 0: not seen; 1: on the way; 2: leads to the root.
    var state = [UInt8](repeating: 0, count: sentence.count)
    var path: [Int] = []
    for start in sentence where state[start - sentence.lowerBound] == 0 {
      var here: Int? = start
      path.removeAll(keepingCapacity: true)
      while let token = here, sentence.contains(token), state[token - sentence.lowerBound] == 0 {
        state[token - sentence.lowerBound] = 1
        path.append(token)
        here = tokens[token].head
      }
      if let token = here {
        guard sentence.contains(token), state[token - sentence.lowerBound] == 2 else { return false }
      }
      for token in path { state[token - sentence.lowerBound] = 2 }
    }
    return true
  }

  /// `On Thursday, the group claimed`, with Thursday as the one who claims: a day or month behind a preposition says
  /// when, and what was taken for its apposition is the subject.
  private func releaseDay(_ day: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let word = tokens[day].lower
    guard tokens[day].deprel.hasPrefix("nsubj"), let verb = tokens[day].head, day < verb, day > sentence.lowerBound,
      tokens[day - 1].upos == .adposition,
      CalendarWords.weekdays[word] != nil || CalendarWords.months[word] != nil
    else { return }
    let subject = sentence.first { index in
      index > day && index < verb && tokens[index].head == day
        && [.properNoun, .noun, .pronoun].contains(tokens[index].upos)
    }
    tokens[day].deprel = "obl"
    guard let subject, !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    hang(subject, on: verb, as: "nsubj", &tokens)
  }

  /// `a source confirmed talks`, read as a source of confirmed talks: a past tense modifies no noun, so it is the verb
  /// between the two.
  private func raiseFiniteModifier(_ verb: Int, _ tokens: inout [Token]) {
    guard tokens[verb].xpos == "VBD", tokens[verb].deprel == "amod", let object = tokens[verb].head, object > verb,
      let subject = tokens[object].head, subject < verb, tokens[object].deprel.hasPrefix("nmod"),
      tokens[subject].upos == .noun || tokens[subject].upos == .properNoun
    else { return }
    put(verb, inPlaceOf: subject, &tokens)
    hang(subject, on: verb, as: "nsubj", &tokens)
    hang(object, on: verb, as: "obj", &tokens)
  }

  /// `spokesperson Dmitry Peskov claimed`, read as a spokesperson whom Peskov claimed: a title in front of a name belongs
  /// to it, and without a relative pronoun the verb is the main one.
  private func raiseNamedSubject(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "acl:relcl", ["VBD", "VBZ"].contains(tokens[verb].xpos), let title = tokens[verb].head,
      tokens[title].upos == .noun || tokens[title].upos == .properNoun
    else { return }
    let subject = sentence.first { tokens[$0].head == verb && tokens[$0].deprel == "nsubj" }
    guard let subject, subject > title, subject < verb, tokens[subject].upos == .properNoun,
      title + 1 >= firstToken(below: subject, sentence, tokens)
    else { return }
    put(verb, inPlaceOf: title, &tokens)
    hang(title, on: subject, as: "nmod:desc", &tokens)
    for index in sentence where index > verb && tokens[index].head == title { tokens[index].head = verb }
  }

  /// A noun without subject or copula is an object and no clause: `denied any role`.
  private func lowerNominalComplement(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "ccomp", tokens[noun].upos == .noun, let verb = tokens[noun].head, verb < noun else {
      return
    }
    let isClause = sentence.contains {
      tokens[$0].head == noun
        && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "cop" || tokens[$0].deprel.hasPrefix("aux")
          || tokens[$0].deprel == "mark")
    }
    let hasObject = sentence.contains { tokens[$0].head == verb && tokens[$0].deprel == "obj" }
    guard !isClause, !hasObject else { return }
    tokens[noun].deprel = "obj"
    for index in sentence where tokens[index].head == noun && index > noun && tokens[index].deprel == "advcl" {
      tokens[index].head = verb
    }
  }

  /// `X alleged that S, but offered no evidence`: behind a comma, a past tense without a subject goes on with X.
  private func raiseDetachedPredicate(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "conj", let head = tokens[verb].head, head < verb,
      tokens[head].deprel == "ccomp", let saying = tokens[head].head, saying < head, tokens[saying].xpos == "VBD"
    else { return }
    let children = sentence.filter { tokens[$0].head == verb }
    // `X said S but would not say how many`: a refusal to speak is the speaker's, with or without a comma.
    let isRefusal =
      Self.telling.contains(tokens[verb].lemma)
      && children.contains { ["would", "did", "declined", "could"].contains(tokens[$0].lower) }
      && children.contains { ["not", "n't"].contains(tokens[$0].lower) }
      && children.contains { tokens[$0].deprel == "cc" && tokens[$0].lower == "but" }
    // `confirmed that S but declined to name him`: so is what only speakers decline.
    let isDeclined =
      ["decline", "refuse"].contains(tokens[verb].lemma) && ["VBD", "VBN"].contains(tokens[verb].xpos)
      && !children.contains { tokens[$0].deprel.hasPrefix("aux") }
      && children.contains { tokens[$0].deprel == "cc" && tokens[$0].lower == "but" }
      && children.contains {
        ["xcomp", "advcl"].contains(tokens[$0].deprel) && Self.telling.contains(tokens[$0].lemma)
      }
    if isRefusal || isDeclined, !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") }) {
      tokens[verb].head = saying
      return
    }
    guard tokens[verb].xpos == "VBD" else { return }
    guard !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux") }),
      let coordinator = children.first(where: { tokens[$0].deprel == "cc" }), coordinator > 0,
      tokens[coordinator - 1].form == ","
    else { return }
    tokens[verb].head = saying
  }

  private static let telling: Set<String> = [
    "say", "comment", "elaborate", "give", "confirm", "name", "identify", "provide", "discuss", "reveal", "disclose",
    "answer", "speculate", "specify",
  ]

  func hang(_ token: Int, on head: Int?, as relation: String, _ tokens: inout [Token]) {
    tokens[token].head = head
    tokens[token].deprel = relation
  }

  /// The one hangs where the other hung; where that goes is for the caller to say.
  func put(_ token: Int, inPlaceOf other: Int, _ tokens: inout [Token]) {
    tokens[token].head = tokens[other].head
    tokens[token].deprel = tokens[other].deprel
  }

  /// Nouns for words: a claim, a report, an accusation.
  func isWords(_ noun: Int, _ tokens: [Token]) -> Bool {
    let lemma = tokens[noun].lemma.lowercased()
    return tokens[noun].upos == .noun
      && (cues.noun(lemma) != nil || AttributionContext.documentNouns.contains(lemma))
  }

  /// Whether a token stands below another or is it; a chain of more than 64 heads counts as one that leads there.
  func isBelow(_ token: Int, _ top: Int, _ tokens: [Token]) -> Bool {
    var here: Int? = token
    for _ in 0..<64 {
      guard let current = here else { return false }
      if current == top { return true }
      here = tokens[current].head
    }
    return true
  }

  private func firstToken(below top: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int {
    sentence.filter { tokens[$0].head == top && $0 < top }.min() ?? top
  }

  /// A passive subject without a passive auxiliary is a plain subject: `members had travelled`.
  private func makeActive(_ subject: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[subject].deprel == "nsubj:pass", let verb = tokens[subject].head else { return }
    let auxiliaries = sentence.filter { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("aux") }
    guard !auxiliaries.contains(where: { tokens[$0].deprel == "aux:pass" || tokens[$0].lemma == "be" }) else { return }
    if auxiliaries.contains(where: { tokens[$0].lemma == "have" }) || tokens[verb].xpos == "VBD" {
      tokens[subject].deprel = "nsubj"
    }
  }

  /// `X told Y that S` with S hung on Y: a clause with `that` for a mark and a subject of its own says what was told.
  private func returnComplement(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["acl:relcl", "acl", "parataxis"].contains(tokens[clause].deprel), let noun = tokens[clause].head,
      noun < clause
    else { return }
    let children = sentence.filter { tokens[$0].head == clause }
    guard let mark = children.first(where: { tokens[$0].deprel == "mark" && tokens[$0].lower == "that" }),
      mark > noun,
      children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") && $0 > mark })
    else { return }
    if cues.noun(tokens[noun].lemma.lowercased()) != nil { return }
    var here = tokens[noun].head
    for _ in 0..<8 {
      guard let candidate = here else { return }
      if tokens[candidate].upos == .verb, candidate < mark, let cue = cues.verb(tokens[candidate].lemma.lowercased()),
        cue.takes(.clause), !sentence.contains(where: { tokens[$0].head == candidate && tokens[$0].deprel == "ccomp" })
      {
        hang(clause, on: candidate, as: "ccomp", &tokens)
        return
      }
      here = tokens[candidate].head
    }
  }
}
