// libxml2 declares its deallocator as a global variable; it is set once, before any of ours runs.
@preconcurrency import CLibXML2

/// A parsed page, freed with its owner. Nothing else touches libxml2's pointers.
struct HTMLTree: ~Copyable {
  private let document: htmlDocPtr

  /// Elements nested deeper than this are not descended into.
  static let deepest = 500

  /// Whether more tags are open at once than are followed. One pass; knows of no tag that closes itself, so that it is only
  /// asked about a page in which nothing was found.
  static func isNestedTooDeep(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "<") && index + 1 < bytes.count {
      switch bytes[index + 1] {
      case UInt8(ascii: "/"): depth = max(0, depth - 1)
      case UInt8(ascii: "!"), UInt8(ascii: "?"): break
      default: depth += 1
      }
      if depth > Self.deepest { return true }
    }
    return false
  }

  /// libxml2 compares each attribute of a tag with those before it.
  static let mostAttributes = 1_000

  /// Whether some tag has more attributes than that. One pass; counts the words outside quoted values.
  static func hasOverfullTag(_ bytes: [UInt8]) -> Bool {
    var isInTag = false
    var quote: UInt8?
    var isInWord = false
    var last: UInt8 = 0
    var count = 0
    for byte in bytes {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "<"): (isInTag, isInWord, count) = (true, true, 0)
      case UInt8(ascii: ">"): isInTag = false
      // Only behind `=` does a mark open a value; elsewhere it would hide what follows.
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isInTag, last == UInt8(ascii: "=") { (quote, isInWord) = (byte, false) }
      case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "/"): isInWord = false
      default:
        guard isInTag, !isInWord else { break }
        isInWord = true
        count += 1
        // A value without quotation marks is a word of its own.
        if count > 2 * mostAttributes { return true }
      }
      if byte > 0x20 { last = byte }
    }
    return false
  }

  /// - Parameter encoding: what the bytes are in, whatever the page says; nil leaves it to the page.
  init?(_ bytes: [UInt8], encoding: String?) {
    // RECOVER mends what pages have; NONET and NOERROR keep it off the network and silent.
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue
    let parsed = bytes.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, encoding,
        Int32(options))
    }
    guard let parsed else { return nil }
    document = parsed
  }

  deinit { xmlFreeDoc(document) }

  /// Every element of the page, in document order.
  func walk(_ body: (HTMLElement) -> Void) {
    Self.traverse(xmlDocGetRootElement(document)) { node, isEntry in
      if isEntry, node.pointee.type == XML_ELEMENT_NODE { body(HTMLElement(node)) }
      return true
    }
  }

  /// Its `<body>`, or the page itself.
  var body: HTMLElement? {
    var found: HTMLElement?
    walk { if found == nil, $0.name == "body" { found = $0 } }
    return found ?? xmlDocGetRootElement(document).map { HTMLElement($0) }
  }

  /// Depth first without recursion, each element entered and left; children of an element are skipped where `body`
  /// returns false on entry.
  fileprivate static func traverse(_ root: xmlNodePtr?, _ body: (xmlNodePtr, Bool) -> Bool) {
    guard let root else { return }
    var node = root
    var depth = 0
    while true {
      let descends = body(node, true) && depth < deepest && node.pointee.type == XML_ELEMENT_NODE
      if descends, let child = node.pointee.children {
        node = child
        depth += 1
        continue
      }
      _ = body(node, false)
      while node != root, node.pointee.next == nil {
        guard let parent = node.pointee.parent else { return }
        node = parent
        depth -= 1
        _ = body(node, false)
      }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }
}

/// An element of a tree; valid only while the tree is.
struct HTMLElement {
  private let node: xmlNodePtr

  enum Step {
    case text(String)
    case enter(HTMLElement)
    /// With the element's name.
    case leave(String)
  }

  fileprivate init(_ node: xmlNodePtr) { self.node = node }

  /// Lower case.
  var name: String { Self.name(of: node) }

  private static func name(of node: xmlNodePtr) -> String {
    node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
  }

  subscript(attribute: String) -> String? {
    guard let value = xmlGetProp(node, attribute) else { return nil }
    defer { xmlFree(value) }
    return String(cString: value)
  }

  /// All text below, as it stands.
  var text: String {
    guard let value = xmlNodeGetContent(node) else { return "" }
    defer { xmlFree(value) }
    return String(cString: value)
  }

  /// Text and elements below in order; an element for whose entry `body` returns false is passed over.
  func descend(_ body: (Step) -> Bool) {
    let root = node
    HTMLTree.traverse(root) { node, isEntry in
      switch node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if isEntry, let content = node.pointee.content { _ = body(.text(String(cString: content))) }
        return false
      case XML_ELEMENT_NODE:
        guard node != root else { return true }
        return body(isEntry ? .enter(HTMLElement(node)) : .leave(Self.name(of: node)))
      default:
        return false
      }
    }
  }
}
