import CKernels

/// The sums of those rows of a table that `chosen` names, one per column.
///
/// - Parameter table: rows × lanes.
/// - Precondition: no row lies beyond the table, and `total` holds eight numbers for each lane.
package func sumRows(
  of table: Span<SIMD8<Int16>>, lanes: Int, _ chosen: Span<UInt16>, into total: inout MutableSpan<SIMD8<Int32>>
) {
  precondition(lanes > 0 && total.count == lanes, "one sum for each column")
  for index in chosen.indices { precondition(Int(chosen[index]) < table.count / lanes, "a row of the table") }
  let isDone = table.withUnsafeBytes { table in
    chosen.withUnsafeBufferPointer { chosen in
      total.withUnsafeMutableBytes { total in
        guard let table = table.bindMemory(to: Int16.self).baseAddress,
          let sums = total.bindMemory(to: Int32.self).baseAddress, let first = chosen.baseAddress
        else { return false }
        return hearsay_sum_rows(table, lanes &* 8, first, chosen.count, sums)
      }
    }
  }
  if isDone { return }
  for lane in 0..<lanes { total[lane] = SIMD8() }
  for index in chosen.indices {
    let start = Int(chosen[index]) * lanes
    for lane in 0..<lanes { total[lane] &+= SIMD8<Int32>(truncatingIfNeeded: table[start + lane]) }
  }
}
