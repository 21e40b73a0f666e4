import CLibXML2

/// libxml2's streaming writer, freed when its owner goes away.
///
/// Takes texts as `XMLText` only: libxml2 2.9 writes characters that XML does not have without complaint. A failure is
/// kept in the output it writes to, where `check` throws it.
struct XMLTextWriter: ~Copyable {
  private let handle: xmlTextWriterPtr
  private let output: ByteOutput

  init(to output: ByteOutput) throws(ExportError) {
    xmlInitParser()
    // libxml2 holds the output from here on, and lets go of it when the buffer is closed.
    let context = Unmanaged.passRetained(output)
    let buffer = xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context, let bytes, count > 0 else { return 0 }
        Unmanaged<ByteOutput>.fromOpaque(context).takeUnretainedValue()
          .write(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        return count
      },
      { context in
        if let context { Unmanaged<ByteOutput>.fromOpaque(context).release() }
        return 0
      }, context.toOpaque(), nil)
    guard let buffer else {
      context.release()
      throw Self.outOfMemory
    }
    guard let handle = xmlNewTextWriter(buffer) else {
      xmlOutputBufferClose(buffer)
      throw Self.outOfMemory
    }
    self.handle = handle
    self.output = output
  }

  deinit { xmlFreeTextWriter(handle) }

  private static var outOfMemory: ExportError { ExportError(.writeFailed, "libxml2 could not start: out of memory") }

  func startDocument() { note(xmlTextWriterStartDocument(handle, nil, "UTF-8", nil)) }

  /// Closes what is open and hands everything to the output.
  func endDocument() {
    note(xmlTextWriterEndDocument(handle))
    note(xmlTextWriterFlush(handle))
  }

  func startElement(_ name: StaticString) {
    note(name.withUTF8Buffer { xmlTextWriterStartElement(handle, $0.baseAddress) })
  }

  func endElement() { note(xmlTextWriterEndElement(handle)) }

  func attribute(_ name: StaticString, _ value: XMLText) {
    note(
      name.withUTF8Buffer { name in
        value.withBytes { xmlTextWriterWriteAttribute(handle, name.baseAddress, $0) }
      })
  }

  func attribute(_ name: StaticString, _ value: StaticString) {
    note(
      name.withUTF8Buffer { name in
        value.withUTF8Buffer { xmlTextWriterWriteAttribute(handle, name.baseAddress, $0.baseAddress) }
      })
  }

  /// The text of an element: plain, or as CDATA where readers would lose blanks (`XMLText.needsCDATA`).
  func text(_ text: XMLText) {
    guard text.needsCDATA else {
      note(text.withBytes { xmlTextWriterWriteString(handle, $0) })
      return
    }
    for part in text.cdataParts {
      switch part {
      case .section(let section): note(section.withBytes { xmlTextWriterWriteCDATA(handle, $0) })
      case .carriageReturn: note("&#13;".withCString { raw($0) })
      }
    }
  }

  /// For white space between elements, which libxml2's own indenting would put between values too.
  func breakLine(indent: Int) {
    note(("\n" + String(repeating: " ", count: indent)).withCString { raw($0) })
  }

  private func raw(_ text: UnsafePointer<CChar>) -> Int32 {
    text.withMemoryRebound(to: xmlChar.self, capacity: 1) { xmlTextWriterWriteRaw(handle, $0) }
  }

  /// libxml2 answers with a count of bytes, or -1 when memory ran out or a call came out of turn.
  private func note(_ result: Int32) {
    if result < 0 { output.fail(ExportError(.writeFailed, "libxml2 could not write the document")) }
  }
}
