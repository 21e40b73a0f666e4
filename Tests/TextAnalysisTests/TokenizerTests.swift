import SourceText
import Testing
import TextAnalysis

/// A text and its tokens, joined by spaces.
struct TokenCase: Sendable, CustomTestStringConvertible {
  let text: String
  let tokens: String
  var testDescription: String { text }

  init(_ text: String, _ tokens: String) {
    self.text = text
    self.tokens = tokens
  }
}

private func tokens(_ text: String) -> String {
  Segmenter().segment(Text(origin: "", contents: text)).tokens.map(\.form).joined(separator: " ")
}

@Test(
  "words are cut as UD English-EWT cuts them",
  arguments: [
    TokenCase("They don't know.", "They do n't know ."),
    TokenCase("Kenya’s and Peru's envoys", "Kenya ’s and Peru 's envoys"),
    TokenCase("the ministers' plan", "the ministers ' plan"),
    TokenCase("We cannot, and I'll not", "We can not , and I 'll not"),
    TokenCase("O'Hara met Sha'ban", "O'Hara met Sha'ban"),
    TokenCase("a two-year ceasefire", "a two - year ceasefire"),
    TokenCase("an anti-tank mine and a co-pilot", "an anti-tank mine and a co-pilot"),
    TokenCase("Call 555-0123 or +44 20", "Call 555-0123 or +44 20"),
    TokenCase("It cost $4.5bn, or 12% more", "It cost $ 4.5 bn , or 12 % more"),
    TokenCase("at 5pm on 3/4/2019, 17:30 local time", "at 5 pm on 3/4/2019 , 17:30 local time"),
    TokenCase("1,200 people; 2,3 and 4", "1,200 people ; 2 , 3 and 4"),
    TokenCase("U.S.-made shells", "U.S. - made shells"),
    TokenCase("See https://news.example.org/a?b=1, please", "See https://news.example.org/a?b=1 , please"),
    TokenCase("Write to desk@paper.example.com.", "Write to desk@paper.example.com ."),
    TokenCase("“Stop,” he said (twice)…", "“ Stop , ” he said ( twice ) …"),
    TokenCase("wait -- what?!", "wait -- what ?!"),
    TokenCase("AT&T and R&D", "AT&T and R&D"),
    TokenCase("and/or", "and / or"),
    TokenCase("No. 5 said no. 6 left", "No. 5 said no . 6 left"),
    TokenCase("the '90s", "the '90s"),
  ])
func cutsWords(_ sample: TokenCase) {
  #expect(tokens(sample.text) == sample.tokens)
}

@Test(
  "every token's range holds its form, in order, without overlap",
  arguments: [
    OddText("curly quotes", "Iran’s army — the “elite” one — isn’t there.\n\nNext:\t5 km."),
    OddText("marks without width", "\u{FEFF}é́ña\u{200B}b \u{202E}c\0d"),
    OddText("scripts", "Ёлка, Ελλάδα, 北京。 👩‍👩‍👧 ok"), OddText("apostrophes", "a'b'c''d``e"), OddText("dots", "..."),
    OddText("a dash", "-"), OddText("a currency", "$"), OddText("runs", "@@##--//"),
    OddText("line ends", "\r\n\r\n x \r y"), OddText("stops without space", "don't.won't!can't"),
    OddText("nothing", ""),
  ])
func rangesRoundTrip(_ odd: OddText) {
  let text = Text(origin: "", contents: odd.contents)
  let document = Segmenter().segment(text)
  var end = 0
  for token in document.tokens {
    #expect(text.slice(token.range) == token.form)
    #expect(token.range.start >= end && !token.range.isEmpty)
    end = token.range.end
  }
  var next = 0
  for sentence in document.sentences {
    #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty)
    next = sentence.tokens.upperBound
    #expect(sentence.range == document.range(of: sentence.tokens))
  }
  #expect(next == document.tokens.count)
}

@Test("no visible ASCII character is lost between tokens")
func losesNothing() {
  let contents = "A \"b\" (c) [d] {e} f/g h\\i j|k l~m n^o p*q r=s t+u <v> w@x #y %z & 1.2.3 a..b ,;: !?"
  let document = Segmenter().segment(Text(origin: "", contents: contents))
  #expect(document.tokens.map(\.form).joined() == contents.filter { $0 != " " })
}
