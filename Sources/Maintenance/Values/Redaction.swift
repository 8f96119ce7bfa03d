/// Takes a person's words out of facts: each text that holds one of them is replaced whole.
///
/// Whole, since what stands beside a name often tells who it is. Case and accents do not count, and
/// words are compared entire: « Ana » is not found in « analyse ».
package struct Redaction: Sendable, Hashable {
  /// What stands where a text was.
  package static let replacement = "[effacé]"
  /// Each begins and ends with a space.
  private let sought: [String]

  /// Nothing unless each of the words has three letters or digits at least.
  package init?(words: [String]) {
    sought = words.map { " \(SearchWords($0).text) " }
    guard !words.isEmpty, sought.allSatisfy({ $0.utf8.count >= 5 }) else { return nil }
  }

  package func covers(_ text: String) -> Bool {
    let folded = " \(SearchWords(text).text) "
    return sought.contains { folded.contains($0) }
  }

  /// Nothing when there is nothing to take out.
  package func redacted(_ datum: Datum) -> Datum? {
    switch datum {
    case .text(let text): covers(text) ? .text(Self.replacement) : nil
    case .integer, .flag: nil
    case .list(let items): redacted(items).map(Datum.list)
    case .fields(let fields):
      redacted(Array(fields.values)).map {
        .fields(Dictionary(uniqueKeysWithValues: zip(fields.keys, $0)))
      }
    }
  }

  package func redacted(_ actor: Actor) -> Actor? {
    covers(actor.name) ? Actor(side: actor.side, name: Self.replacement) : nil
  }

  private func redacted(_ items: [Datum]) -> [Datum]? {
    let changed = items.map(redacted)
    return changed.contains { $0 != nil } ? zip(changed, items).map { $0 ?? $1 } : nil
  }
}
