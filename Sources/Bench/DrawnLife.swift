import Maintenance

/// A ticket whose words and traits are drawn from its index: the same on each run.
struct DrawnLife {
  let index: Int
  let at: Instant
  let isOpen: Bool

  private static let actor = Actor(side: .provider, name: "Claire Besson")

  func changes(under terms: Terms, of agreement: ID<Agreement>) throws -> [Change<Ticket>] {
    let contract = terms.contract
    let matrix = contract.serviceLevels.matrix
    func one<Value>(of values: [Value], _ salt: Int) -> Value {
      values[DrawnWords.drawn(index, among: values.count, salt: salt)]
    }
    let request = TicketRequest(
      channel: one(of: contract.support.channels, 1), site: one(of: contract.scope.sites, 2).id,
      group: one(of: contract.scope.groups, 3).id, nature: one(of: TicketNature.allCases, 4),
      impact: one(of: matrix.impacts, 5), urgency: one(of: matrix.urgencies, 6),
      title: DrawnWords(index: index).title, text: DrawnWords(index: index).text,
      requester: one(of: DrawnWords.people, 8))
    let opened = try Ticket.opened(
      request, id: ID(at: at, chance: UInt32(index)), number: index + 1, agreement: agreement,
      under: terms, prepaidMinutesLeft: nil, by: Self.actor, at: at)
    var changes = [opened]
    if DrawnWords.drawn(index, among: 3, salt: 9) > 0 {
      changes.append(
        try opened.state.assigned(to: one(of: DrawnWords.people, 10), by: Self.actor, at: at))
    }
    guard !isOpen, let last = changes.last else { return changes }
    let resolved = try last.state.resolved(
      "Profil reconstruit, synchronisation vérifiée.", cause: one(of: FailureCause.allCases, 11),
      by: Self.actor, at: at)
    changes.append(resolved)
    if DrawnWords.drawn(index, among: 2, salt: 12) > 0 {
      changes.append(try resolved.state.confirmed(from: "Jeanne Morel", by: Self.actor, at: at))
    }
    return changes
  }
}

/// Words of a request, the nth of them some n times rarer than the first (Zipf).
struct DrawnWords {
  let index: Int

  static let people = ["Jeanne Morel", "Paul Arnaud", "Lina Roche", "Samir Haddad", "Inès Petit"]
  private static let subjects = [
    "Messagerie", "Imprimante", "Réseau", "Serveur", "Sauvegarde", "Téléphone", "Écran", "Portable",
    "Antivirus", "Partage", "Badgeuse", "Scanner", "Logiciel de paie", "Visioconférence",
    "Tablette",
    "Borne sans fil", "Routeur", "Pare-feu", "Commutateur", "Onduleur",
  ]
  private static let troubles = [
    "indisponible", "lente", "bloquée", "muette", "en erreur", "à remplacer", "sans accès",
    "instable", "désynchronisée", "refusée",
  ]
  private static let syllables = [
    "ma", "ré", "con", "ti", "ser", "pro", "dé", "lu", "van", "gra", "mo", "per", "sta", "cor",
    "ni",
    "fel", "dor", "bra", "sin", "tel",
  ]

  /// One of so many, evenly.
  static func drawn(_ index: Int, among count: Int, salt: Int) -> Int {
    var mixed = UInt64(truncatingIfNeeded: index &* 64 &+ salt) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }

  /// One of so many, the first most often: the square of an even draw.
  private func uneven(_ count: Int, _ salt: Int) -> Int {
    let drawn = Self.drawn(index, among: 1_000_000, salt: salt)
    return count * (drawn / 1000) * (drawn / 1000) / 1_000_000
  }

  var title: String {
    let subject = Self.subjects[uneven(Self.subjects.count, 20)]
    let trouble = Self.troubles[uneven(Self.troubles.count, 21)]
    return "\(subject) \(trouble) sur le poste \(uneven(400, 22) + 1)"
  }

  /// A sentence that all have, twenty words of a common stock, one of ten thousand, and its own.
  var text: String {
    let common = (0..<20).map { Self.word(uneven(600, 30 + $0)) }.joined(separator: " ")
    let rare = Self.word(8000 + Self.drawn(index, among: 10_000, salt: 25))
    return "Bonjour, depuis ce matin \(common). Étiquette \(rare) n° \(index + 1)."
  }

  /// The nth word of a made-up tongue.
  private static func word(_ number: Int) -> String {
    var (rest, word) = (number + 20, "")
    while rest > 0 {
      word += syllables[rest % syllables.count]
      rest /= syllables.count
    }
    return word
  }
}
