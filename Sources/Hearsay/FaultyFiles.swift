import Documents

/// The files of a run that cannot be read: all are told of, so that they need not be mended one by one.
struct FaultyFiles: Error {
  let errors: [DocumentError]
}
