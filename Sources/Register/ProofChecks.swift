extension LogHead {
  /// RFC 9162 §2.1.3.2: whether `leaf` is entry `index` of the tree with this head.
  package func holds(_ leaf: Hash, at index: Int64, by path: [Hash]) -> Bool {
    guard index >= 0, index < size else { return false }
    var (place, last) = (index, size - 1)
    var root = leaf
    for step in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        root = .node(step, root)
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        root = .node(root, step)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && root == self.root
  }

  /// RFC 9162 §2.1.4.2: whether the tree with this head begins with all of the `old` one.
  package func continues(_ old: LogHead, by path: [Hash]) -> Bool {
    guard old.origin == origin, old.size >= 0, old.size <= size else { return false }
    if old.size == size { return path.isEmpty && old.root == root }
    if old.size == 0 { return path.isEmpty && old.root == Hash(of: []) }
    // The old root stands for itself when its tree is a complete subtree of the new one.
    let steps = old.size.nonzeroBitCount == 1 ? [old.root] + path : path
    guard let seed = steps.first else { return false }
    var (place, last) = (old.size - 1, size - 1)
    while place & 1 == 1 { (place, last) = (place >> 1, last >> 1) }
    var (before, after) = (seed, seed)
    for step in steps.dropFirst() {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        before = .node(step, before)
        after = .node(step, after)
        while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
      } else {
        after = .node(after, step)
      }
      (place, last) = (place >> 1, last >> 1)
    }
    return last == 0 && before == old.root && after == root
  }
}
