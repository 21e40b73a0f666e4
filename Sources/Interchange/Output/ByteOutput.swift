/// Where an exporter's bytes go: memory, or an open file. Collects small writes.
///
/// The first failure sticks: what comes after it is dropped, and `finish` throws it, so that callbacks from C, which
/// cannot throw, lose nothing.
public final class ByteOutput {
  private static let blockBytes = 1 << 16

  private var pending: [UInt8] = []
  private let descriptor: Int32?
  /// Named in errors.
  private let path: String
  private var failure: ExportError?
  /// Bytes taken so far, written or not.
  public private(set) var byteCount = 0

  /// Collects in memory; `finish` gives the bytes.
  public init() {
    descriptor = nil
    path = ""
  }

  /// Writes to a file that stays the caller's to close, such as standard output (1).
  public init(fileDescriptor: Int32, path: String = "standard output") {
    descriptor = fileDescriptor
    self.path = path
    pending.reserveCapacity(2 * Self.blockBytes)
  }

  public func write(_ bytes: some Sequence<UInt8>) {
    let before = pending.count
    pending.append(contentsOf: bytes)
    noteWritten(since: before)
  }

  public func write(_ text: String) { write(text.utf8) }

  func write(_ bytes: UnsafeRawBufferPointer) {
    let before = pending.count
    pending.append(contentsOf: bytes)
    noteWritten(since: before)
  }

  var hasFailed: Bool { failure != nil }

  func fail(_ error: ExportError) { failure = failure ?? error }

  private func noteWritten(since before: Int) {
    byteCount += pending.count - before
    if descriptor != nil, pending.count >= Self.blockBytes { flush() }
  }

  private func flush() {
    defer { pending.removeAll(keepingCapacity: true) }
    guard let descriptor, failure == nil else { return }
    do throws(SystemCalls.Failure) {
      try SystemCalls.write(pending, to: descriptor)
    } catch {
      failure = ExportError(writing: path, error)
    }
  }

  /// Throws as soon as something went wrong, so that a long export stops early.
  public func check() throws(ExportError) {
    if let failure { throw failure }
  }

  /// Writes what is pending. Gives the bytes collected in memory, none for a file.
  @discardableResult
  public func finish() throws(ExportError) -> [UInt8] {
    if descriptor != nil { flush() }
    try check()
    defer { pending = [] }
    return pending
  }
}

extension ExportError {
  init(writing path: String, _ failure: SystemCalls.Failure) {
    if SystemCalls.isDiskFull(failure) {
      self.init(
        .diskFull, "no room left on the disk to write `\(path)`", path: path, cause: failure.text,
        suggestion: "make room or write elsewhere; nothing was changed")
    } else if SystemCalls.isNotPermitted(failure) {
      self.init(
        .notPermitted, "`\(path)` may not be written", path: path, cause: failure.text,
        suggestion: "write to a folder that is yours")
    } else if SystemCalls.isMissing(failure) {
      self.init(
        .noSuchFolder, "there is no folder `\(SystemCalls.folder(of: path))` to write to", path: path,
        suggestion: "make the folder first")
    } else {
      self.init(.writeFailed, "`\(path)` could not be written", path: path, cause: failure.text)
    }
  }
}
