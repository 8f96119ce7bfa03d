/// What a program's token opens, of what its person may do; never accounts, signatures or evidence.
package enum TokenScope: String, CaseIterable, Sendable {
  /// Reads everything that the API shows.
  case read
  /// Opens tickets and works on them.
  case tickets
  case contracts
  case invoices

  package var rights: Set<Right> {
    switch self {
    case .read: [.readContracts, .readTickets, .readInvoices, .readRegister]
    case .tickets: [.readContracts, .readTickets, .openTickets, .workTickets, .settleDuties]
    case .contracts: [.readContracts, .writeContracts]
    case .invoices: [.readContracts, .readInvoices, .bill]
    }
  }
}

/// What a program shows to act for somebody: known here by its digest, told once.
package struct APIToken: Sendable, Equatable {
  package let id: ID<APIToken>
  package let account: ID<Account>
  package let name: String
  /// How it begins, by which people tell it from others.
  package let prefix: String
  package let scopes: Set<TokenScope>
  package let created: Instant
  package let end: Instant
  package var used: Instant?

  package static let longestName = 60
  package static let mostDays = 365
  package static let mostOfAccount = 50

  package init(
    id: ID<APIToken>, account: ID<Account>, name: String, prefix: String,
    scopes: Set<TokenScope>, created: Instant, end: Instant, used: Instant? = nil
  ) {
    self.id = id
    self.account = account
    self.name = name
    self.prefix = prefix
    self.scopes = scopes
    self.created = created
    self.end = end
    self.used = used
  }

  package func may(_ right: Right) -> Bool { scopes.contains { $0.rights.contains(right) } }
}

extension Account {
  /// A program may act for this person from now on.
  package func gave(_ token: APIToken, by actor: Actor) throws -> Change<Account> {
    let days = (token.end - token.created) / 86_400
    guard !token.name.allSatisfy(\.isWhitespace), token.name.count <= APIToken.longestName,
      !token.name.contains("\n")
    else { throw AccountRefusal.badName }
    guard !token.scopes.isEmpty else { throw AccountRefusal.noScope }
    guard (1...APIToken.mostDays).contains(days) else { throw AccountRefusal.badEnd }
    return try Change(
      to: self,
      facts: [
        fact(
          AccountFact.tokenGiven, actor, token.created,
          [
            "token": .text(token.prefix), "name": .text(token.name),
            "scopes": .list(token.scopes.map(\.rawValue).sorted().map(Datum.text)),
            "until": .text(token.end.iso),
          ])
      ])
  }

  package func revoked(
    _ token: APIToken, by actor: Actor, at instant: Instant
  ) throws -> Change<Account> {
    try Change(
      to: self,
      facts: [
        fact(
          AccountFact.tokenRevoked, actor, instant,
          ["token": .text(token.prefix), "name": .text(token.name)])
      ])
  }
}
