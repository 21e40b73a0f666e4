/// A file in the making: written under a temporary name beside its place, and put there in one step by `commit`. If its
/// owner goes away before, nothing is left and what stood there is untouched.
struct OutputFile: ~Copyable {
  /// How many temporary names are tried: more than exports of one file that could run at once.
  private static let nameAttempts = 100

  let output: ByteOutput
  private let place: String
  /// nil where the place is no regular file (a pipe, `/dev/stdout`) and is written to directly.
  private let temporary: String?
  private let descriptor: Int32

  init(_ path: String) throws(ExportError) {
    let opened = try Self.open(path)
    (place, temporary, descriptor) = opened
    output = ByteOutput(fileDescriptor: opened.descriptor, path: path)
  }

  private static func open(
    _ path: String
  ) throws(ExportError) -> (place: String, temporary: String?, descriptor: Int32) {
    switch SystemCalls.kind(of: path) {
    case .folder?:
      throw ExportError(.notAFile, "`\(path)` is a folder", path: path, suggestion: "name a file in it")
    case .other?:
      do { return (path, nil, try SystemCalls.openExisting(path)) } catch { throw ExportError(writing: path, error) }
    case .regular?, nil:
      // The file that a link leads to is replaced, not the link.
      let place = SystemCalls.resolved(path)
      let (temporary, descriptor) = try createTemporary(beside: place, path)
      SystemCalls.copyPermissions(of: place, to: descriptor)
      return (place, temporary, descriptor)
    }
  }

  private static func createTemporary(beside place: String, _ path: String) throws(ExportError) -> (String, Int32) {
    let (folder, name) = (SystemCalls.folder(of: place), SystemCalls.fileName(of: place))
    var last = SystemCalls.Failure(number: 0)
    for attempt in 0..<nameAttempts {
      let temporary = "\(folder)/.\(name.prefix(100)).\(SystemCalls.processID)-\(attempt).part"
      do throws(SystemCalls.Failure) {
        return (temporary, try SystemCalls.create(temporary))
      } catch {
        last = error
        if !SystemCalls.isTaken(error) { break }
      }
    }
    throw ExportError(writing: path, last)
  }

  /// After this the whole content is on the disk and under its name; if it throws, nothing has changed.
  consuming func commit() throws(ExportError) {
    try output.finish()
    do throws(SystemCalls.Failure) {
      try SystemCalls.synchronize(descriptor)
      guard let temporary else { return }
      try SystemCalls.rename(temporary, to: place)
      SystemCalls.synchronizeFolder(of: place)
    } catch {
      throw ExportError(writing: place, error)
    }
  }

  deinit {
    SystemCalls.close(descriptor)
    // After a commit there is nothing of that name any more.
    if let temporary { SystemCalls.remove(temporary) }
  }
}
