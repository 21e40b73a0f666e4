/// One line that tells how far long work has come, drawn over itself. Nothing at all where there is no terminal.
///
/// Drawn at most ten times a second, however often it is told; what it says does not depend on the clock.
public final class ProgressLine {
  private let traits: OutputTraits
  private let write: (String) -> Void
  private let now: () -> ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?
  private var isShown = false
  private static let interval = Duration.milliseconds(100)

  /// - Parameter write: takes what is to be written to the terminal, such as standard error.
  public init(
    _ traits: OutputTraits, now: @escaping () -> ContinuousClock.Instant = { .now }, write: @escaping (String) -> Void
  ) {
    self.traits = traits
    self.now = now
    self.write = write
  }

  /// `reading 3 of 12  reports/a.txt`; without `total`, `reading 3  reports/a.txt`.
  public func show(_ activity: String, _ done: Int, of total: Int? = nil, item: String = "") {
    guard let width = traits.width else { return }
    let moment = now()
    if let lastDrawn, moment - lastDrawn < Self.interval { return }
    lastDrawn = moment
    isShown = true
    let line = Self.line(activity, done, of: total, item: item)
    write("\r\u{1B}[K" + LineFitting.cut(line, to: width - 1))
  }

  /// Takes the line away, so that what follows begins on an empty one.
  public func clear() {
    guard isShown else { return }
    isShown = false
    lastDrawn = nil
    write("\r\u{1B}[K")
  }

  static func line(_ activity: String, _ done: Int, of total: Int?, item: String) -> String {
    let count = total.map { "\(done) of \($0)" } ?? String(done)
    return ShownText.line(item.isEmpty ? "\(activity) \(count)" : "\(activity) \(count)  \(item)")
  }
}
