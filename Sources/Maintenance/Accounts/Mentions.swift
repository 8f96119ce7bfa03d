/// People called upon in an internal note, by `@` and a name.
package enum Mentions {
  /// Those named in a text, each once: by the whole name, or by a first name that one person alone
  /// has. An `@` within a word, or before a name that nobody has, calls nobody.
  ///
  /// Refused for somebody who may not read the note: a client's person, or a disabled account.
  package static func read(_ text: String, among people: [Account]) throws -> [Account] {
    let known = people.map { (person: $0, words: words($0.name)) }.filter { !$0.words.isEmpty }
    var called: [Account] = []
    var before: Character?
    for index in text.indices {
      defer { before = text[index] }
      guard text[index] == "@", before.map({ !$0.isLetter && !$0.isNumber }) ?? true else {
        continue
      }
      let after = text[text.index(after: index)...].prefix(Account.longestName + 20)
      guard after.first.map({ $0.isLetter }) ?? false,
        let person = try person(words(String(after)), among: known)
      else { continue }
      guard person.role.side == .provider, !person.isDisabled else {
        throw TicketRefusal.mentionedCannotRead
      }
      if !called.contains(where: { $0.id == person.id }) { called.append(person) }
    }
    return called
  }

  private static func person(
    _ said: [String], among known: [(person: Account, words: [String])]
  ) throws -> Account? {
    let whole = known.filter { said.starts(with: $0.words) }
    // Of «Ana» and «Ana Prado» the longer name is meant when it is there.
    let longest = whole.map(\.words.count).max()
    let named = longest.map { length in whole.filter { $0.words.count == length } }
    let found = named ?? known.filter { $0.words.first == said.first }
    guard found.count <= 1 else { throw TicketRefusal.mentionUnclear }
    return found.first?.person
  }

  private static func words(_ text: String) -> [String] {
    SearchWords(text).text.split(separator: " ").map(String.init)
  }
}
