extension Array {
  /// Where those begin of which `isBehind` holds, in an array where it holds of all behind the first; its end if there is
  /// none. O(log of the array).
  func firstPlace(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
