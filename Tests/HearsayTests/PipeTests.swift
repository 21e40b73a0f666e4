import Hearsay
import Testing

@Suite("the pipe")
struct PipeTests {
  private func answer(_ query: String, threads: Int) -> String {
    let session = GraphSession()
    session.limits.threads = threads
    let server = PipeServer(session)
    return String(decoding: server.answer(#"{"op":"run","query":"\#(query)","values":"plain"}"#), as: UTF8.self)
  }

  private func answer(line: String) -> String { String(decoding: PipeServer().answer(line), as: UTF8.self) }

  @Test("however many threads write them, rows are the same and in their order")
  func threadsWriteRows() {
    let query = "UNWIND range(1, 9001) AS i RETURN i, i * 0.5 AS f, toString(i) AS t, [i, null] AS l"
    let answer = answer(query, threads: 1)
    #expect(
      answer.hasPrefix(#"{"ok":true,"columns":["i","f","t","l"],"rows":[[1,0.5,"1",[1,null]],[2,1.0,"2",[2,null]],"#))
    #expect(answer.contains(#"[9000,4500.0,"9000",[9000,null]],[9001,4500.5,"9001",[9001,null]]],"#))
    for threads in [2, 3, 4] { #expect(self.answer(query, threads: threads) == answer) }
  }

  @Test(
    "values are taken as they are written",
    arguments: [
      ("12", "12"), ("-9223372036854775808", "-9223372036854775808"), ("1.5", "1.5"), ("-2.5E-1", "-0.25"),
      ("1e3", "1000"), ("9223372036854775808", "9.223372036854776e+18"), ("true", "true"), ("null", "null"),
      (#""""#, #""""#), (#""a\"\\\/\n\u00e9\ud83d\ude00""#, #""a\"\\/\né😀""#),
      (#"[ 1 , [ ] , "x" ]"#, #"[1,[],"x"]"#), (#"{"map":{"k":false, "l":{"int":"7"}}}"#, #"{"k":false,"l":7}"#),
      (#"{"float":1}"#, "1.0"),
    ])
  func values(_ written: String, _ shown: String) {
    let request = #" { "op":"run" ,"query":"RETURN $v AS v","params":{"v":\#(written)},"values":"plain"} "#
    #expect(answer(line: request).hasPrefix(#"{"ok":true,"columns":["v"],"rows":[[\#(shown)]]"#))
  }

  @Test(
    "what is not JSON is refused",
    arguments: [
      "", "{", "}", "[]", "12", #"{"op"}"#, #"{"op":"reset",}"#, #"{"op":"reset"} x"#, "{\"op\":\"re\u{1}set\"}",
      #"{"op":"\x"}"#, #"{"op":"\ud83d"}"#, #"{"op":"\u12g4"}"#, #"{"op":nul}"#, #"{"op":"reset","a":01}"#,
      #"{"op":"reset","a":1.}"#, #"{"op":"reset","a":-}"#, #"{"op":"reset","a":1e}"#, #"{"op":"reset","a":[1,]}"#,
      #"{"op":"reset"#, #"{'op':'reset'}"#, #"{"op":"reset","a":"# + String(repeating: "[", count: 100_000),
    ])
  func notJSON(_ line: String) {
    #expect(answer(line: line).contains(#""detail":"InvalidRequest""#))
  }
}
