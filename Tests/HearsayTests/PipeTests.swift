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

  @Test("however many threads write them, rows are the same and in their order")
  func threadsWriteRows() {
    let query = "UNWIND range(1, 9001) AS i RETURN i, i * 0.5 AS f, toString(i) AS t, [i, null] AS l"
    let answer = answer(query, threads: 1)
    #expect(
      answer.hasPrefix(#"{"ok":true,"columns":["i","f","t","l"],"rows":[[1,0.5,"1",[1,null]],[2,1.0,"2",[2,null]],"#))
    #expect(answer.contains(#"[9000,4500.0,"9000",[9000,null]],[9001,4500.5,"9001",[9001,null]]],"#))
    for threads in [2, 3, 4] { #expect(self.answer(query, threads: threads) == answer) }
  }
}
