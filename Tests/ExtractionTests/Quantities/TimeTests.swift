import GraphCore
import SourceText
import Testing
import TextAnalysis

@testable import Extraction

private let analyzer = Result { Analyzer(model: try LanguageModel.embedded()) }

private func times(_ body: String, published: String? = "2023-05-17") throws -> [String] {
  let text = Text(
    origin: "t", contents: "Headline\n\n\(body)", metadata: Text.Metadata(headline: SourceRange(0, 8)))
  let document = try analyzer.get().analyze(text)
  return findTimes(in: document, published: published.flatMap { CalendarDate(iso8601: $0) }).map { time in
    let end = time.value.end.map { "..\($0)" } ?? ""
    return "\(document.words(of: time.tokens)) = \(time.value.start ?? "?")\(end) \(time.value.precision.rawValue)"
  }
}

@Suite("When things happened")
struct TimeTests {
  // 17 May 2023 was a Wednesday.
  @Test(
    "dates and words that are counted from the report's day",
    arguments: [
      ("The ferry sank on 3 May.", "3 May = 2023-05-03 day"),
      ("The ferry sank on Nov. 30.", "Nov. 30 = 2022-11-30 day"),
      ("The ferry sank on June 2, 2019.", "June 2, 2019 = 2019-06-02 day"),
      ("The ferry sank on Monday.", "Monday = 2023-05-15 day"),
      ("The ferry sank on Wednesday.", "Wednesday = 2023-05-17 day"),
      ("The ferry sank yesterday.", "yesterday = 2023-05-16 day"),
      ("The ferry sank last month.", "last month = 2023-04-01..2023-04-30 month"),
      ("The ferry sank in March.", "March = 2023-03-01..2023-03-31 month"),
      ("The ferry sank in 2011.", "2011 = 2011-01-01..2011-12-31 year"),
      ("The ferry sank two years ago.", "two years ago = 2021-01-01..2021-12-31 year"),
      ("Ferries sank in the 1990s.", "1990s = 1990-01-01..1999-12-31 between"),
      ("The ferry has been idle since January.", "January = 2023-01-01 after"),
      ("The ferry will sail on Friday.", "Friday = 2023-05-19 day"),
      ("The king is to open the bridge on Friday.", "Friday = 2023-05-19 day"),
      ("The envoy is set to arrive on Saturday.", "Saturday = 2023-05-20 day"),
      ("The lease expires in August.", "August = 2023-08-01..2023-08-31 month"),
      ("The governor, who leaves his post in September, opened it.", "September = 2023-09-01..2023-09-30 month"),
      ("More flights were possible in October.", "October = 2023-10-01..2023-10-31 month"),
      ("The court will meet in February.", "February = 2024-02-01..2024-02-29 month"),
      ("The governor, who left his post in September, opened it.", "September = 2022-09-01..2022-09-30 month"),
      ("The ferry sank days before the election.", "days before = ? before"),
    ])
  func readings(sentence: String, expected: String) throws {
    #expect(try times(sentence) == [expected])
  }

  @Test("without the report's day, relative words have no date and a day without a year none either")
  func undated() throws {
    #expect(try times("The ferry sank on Monday.", published: nil) == ["Monday = ? unknown"])
    #expect(try times("The ferry sank on 3 May.", published: nil) == ["3 May = ? unknown"])
  }

  @Test("small words that look like months and numbers that count things are no times")
  func noTimes() throws {
    #expect(try times("They may march on with 2019 boats.") == [])
  }
}

@Suite("How many")
struct FigureTests {
  @Test(
    "figures come with bound and what they count",
    arguments: [
      ("At least 14 sailors drowned.", ["14 min sailors"]),
      ("Nearly 300,000 people fled.", ["300000 max people"]),
      ("Some 1.2 million tonnes were lost.", ["1200000 approximate tonnes"]),
      ("Twenty-one boats and three tugs sank.", ["21 exact boats", "3 exact tugs"]),
      ("Between 40 and 60 houses burned.", ["40 min houses", "60 max houses"]),
      ("Dozens of passengers were rescued.", ["24 min passengers"]),
      ("The ferry sank on 3 May 2019.", []),
    ])
  func figures(sentence: String, expected: [String]) throws {
    let document = try analyzer.get().analyze(
      Text(origin: "t", contents: "Headline\n\n\(sentence)", metadata: Text.Metadata(headline: SourceRange(0, 8))))
    let found = findFigures(in: document, lexicon: try Lexicon()).map { figure in
      "\(Int(figure.value)) \(figure.bound.rawValue) \(figure.counted.map { document.tokens[$0].form } ?? "-")"
    }
    #expect(found == expected)
  }
}
