import Dispatch
import Synchronization

/// What all cores are working on, while whoever asked for it reads on.
final class Underway<Result: Sendable>: Sendable {
  /// How many batches are given out before the first is waited for: with one, the cores wait for
  /// the database as often as it for them.
  static var ahead: Int { 3 }

  private let group = DispatchGroup()
  private let pieces: Mutex<[[Result]]>

  init<Element: Sendable>(
    _ elements: [Element], _ map: @escaping @Sendable (Element) -> Result
  ) {
    let count = min(8, elements.count)
    pieces = Mutex(Array(repeating: [], count: count))
    for piece in 0..<count {
      let slice = elements[elements.count * piece / count..<elements.count * (piece + 1) / count]
      DispatchQueue.global().async(group: group) {
        let mapped = slice.map(map)
        self.pieces.withLock { $0[piece] = mapped }
      }
    }
  }

  /// Waits for them; in order.
  func results() -> [Result] {
    group.wait()
    return pieces.withLock { $0.flatMap(\.self) }
  }
}
