import Maintenance
import Operations

extension Website {
  /// Notes that whoever asks reads what is confidential.
  func note(
    _ kind: ConfidentialRead.Class, of object: String, under agreement: ID<Agreement>?
  ) async throws {
    try await operations.noteRead(
      kind, of: object, under: agreement, by: Visit.current, named: actor)
  }

  /// The same for a ticket's page, when it shows what others of the provider's wrote among
  /// themselves.
  func noteNotes(_ reading: TicketReading) async throws {
    guard !Visit.isClient,
      reading.facts.contains(where: { $0.kind == "ticket.noted" && $0.actor.name != actor.name })
    else { return }
    try await note(.notes, of: "ticket \(reading.ticket.id.text)", under: reading.agreement.id)
  }
}

/// The one who is signed in while a request is answered; nothing on a service without accounts.
enum Visit {
  @TaskLocal static var current: SignedIn?

  /// What a page may offer. Without accounts, all of it: see decision 0006.
  static func may(_ right: Right) -> Bool {
    current?.may(right) ?? true
  }

  /// False for a client's person who is held to some sites under that contract.
  static func seesWhole(_ agreement: ID<Agreement>) -> Bool {
    current?.account.seesWhole(agreement) ?? true
  }

  /// Those of a contract's sites that whoever looks may choose from.
  static func sites(of agreement: ID<Agreement>, _ contract: Contract) -> [Site] {
    guard let held = current?.account.reach.sites[agreement] else { return contract.scope.sites }
    return contract.scope.sites.filter { held.contains($0.id) }
  }

  /// A client's person: internal notes and the provider's own forms are not shown.
  static var isClient: Bool { current?.account.role.side == .client }
}
