/// Hashing of feature values to the keys of ``WeightTable``. Part of the model's format: a change makes models unreadable.
package enum FeatureHash {
  /// Key of a template filled with up to three values.
  @inline(__always)
  package static func key(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) -> UInt64 {
    var hash = (UInt64(a) | UInt64(b) << 32) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    hash = (hash ^ (UInt64(c) | UInt64(template) << 32)) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ (hash >> 29)
  }

  /// Hash of bytes (FNV-1a with a final mix). Never 0, which stands for "no word".
  @inline(__always)
  package static func bytes(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return finish(hash)
  }

  @inline(__always)
  package static func finish(_ hash: UInt32) -> UInt32 {
    var hash = hash
    hash ^= hash >> 16
    hash = hash &* 0x7FEB_352D
    hash ^= hash >> 15
    return hash | 1
  }
}
