import Foundation
import GraphCore
import QueryLanguage
import SourceText

/// A number for each node of a graph, zero at first; the system hands out the pages as they are touched, so that what a
/// search does not come to costs nothing.
final class ZeroedMemory<Element: FixedWidthInteger> {
  /// For kernels that check their indexes themselves; lives as long as this does.
  let elements: UnsafeMutableBufferPointer<Element>

  init(_ count: Int) throws(QueryError) {
    guard let memory = calloc(max(1, count), MemoryLayout<Element>.stride) else {
      throw QueryError(
        .memoryLimit, .resourceError, .runtime, message: "there is no memory left for a search among \(count) nodes",
        range: SourceRange(0, 0))
    }
    elements = UnsafeMutableBufferPointer(start: memory.assumingMemoryBound(to: Element.self), count: count)
  }

  deinit { free(elements.baseAddress) }

  /// Checked: a node of another graph must not reach beyond.
  @inline(__always)
  subscript(index: Int) -> Element {
    get { index < elements.count ? elements[index] : 0 }
    set { if index < elements.count { elements[index] = newValue } }
  }

  @inline(__always)
  subscript(node: NodeID) -> Element {
    get { self[Int(node.rawValue)] }
    set { self[Int(node.rawValue)] = newValue }
  }
}
