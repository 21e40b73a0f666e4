// What tables of times are written with.

func milliseconds(_ time: Duration) -> Double {
  Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
}

func rounded(_ value: Double) -> String { "\((value * 1_000).rounded() / 1_000)" }

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
