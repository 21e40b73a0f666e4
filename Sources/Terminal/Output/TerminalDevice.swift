import Foundation

/// What the operating system knows of a terminal, and the switch between its two ways of reading.
public enum TerminalDevice {
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns, or nil if it is no terminal or does not say.
  public static func width(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  public static func traits(of descriptor: Int32, environment: [String: String]) -> OutputTraits {
    OutputTraits(isTerminal: isTerminal(descriptor), size: width(descriptor), environment: environment)
  }
}

/// A terminal that hands over each key as it is pressed, without echo, until its owner goes away.
struct RawMode: ~Copyable {
  private let descriptor: Int32
  private let before: termios

  private init(_ descriptor: Int32, before: termios) {
    self.descriptor = descriptor
    self.before = before
  }

  /// nil if it is no terminal.
  static func entered(_ descriptor: Int32) -> RawMode? {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return nil }
    let before = settings
    settings.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
    settings.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    settings.c_cflag |= tcflag_t(CS8)
    // One byte is enough for a read to return.
    withUnsafeMutableBytes(of: &settings.c_cc) { bytes in
      bytes[Int(VMIN)] = 1
      bytes[Int(VTIME)] = 0
    }
    guard tcsetattr(descriptor, TCSADRAIN, &settings) == 0 else { return nil }
    return RawMode(descriptor, before: before)
  }

  deinit {
    var settings = before
    _ = tcsetattr(descriptor, TCSADRAIN, &settings)
  }
}

/// Bytes in and out of a terminal.
enum TerminalBytes {
  /// At least one byte; none at the end of input. Interrupted reads go on.
  static func read(_ descriptor: Int32) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return Array(buffer.prefix(count)) }
      if errno != EINTR { return [] }
    }
  }

  /// Whether a byte comes within `milliseconds`: tells the escape key from the sequences that begin with its byte.
  static func isReady(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return }
    }
  }
}

// The methods above bear the names of these.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
