/// A person who may sign in, and as what. What proves who they are is no fact and is kept apart.
package struct Account: Evidenced, Hashable {
  package let id: ID<Account>
  package private(set) var version = 1
  /// In lower case; it identifies the person here.
  package let email: String
  package let name: String
  package private(set) var role: Role
  /// For the client's people: the contracts that they see.
  package private(set) var agreements: [ID<Agreement>]
  package private(set) var isDisabled = false

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == AccountFact.opened else {
      throw ReplayFault("an account starts with \(AccountFact.opened), not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    email = try fact.text("email")
    name = try fact.text("name")
    role = try fact.choice("role")
    agreements = try Account.agreements(fact)
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case AccountFact.changed:
      role = try fact.choice("role")
      agreements = try Account.agreements(fact)
    case AccountFact.disabled: isDisabled = true
    case AccountFact.enabled: isDisabled = false
    default: throw ReplayFault("an account knows no fact \(fact.kind)")
    }
    version += 1
  }

  private static func agreements(_ fact: Fact) throws(ReplayFault) -> [ID<Agreement>] {
    let texts = (fact.body["agreements"]?.list ?? []).compactMap(\.text)
    let ids = texts.compactMap { ID<Agreement>($0) }
    guard ids.count == texts.count else { throw ReplayFault("\(fact.kind): unreadable agreements") }
    return ids
  }

  /// As facts name who acts.
  package var actor: Actor { Actor(side: role.side, name: name) }

  /// A contract's own affairs are its parties': the provider's people see all.
  package func sees(_ agreement: ID<Agreement>) -> Bool {
    role.side == .provider || agreements.contains(agreement)
  }
}

enum AccountFact {
  static let opened = "account.opened"
  static let changed = "account.changed"
  static let disabled = "account.disabled"
  static let enabled = "account.enabled"
}

/// Why an account cannot be opened or changed, or nobody signs in.
package enum AccountRefusal: String, Error, Hashable, Sendable, CaseIterable {
  case badEmail
  case badName
  case emailTaken
  /// A client's person needs a contract, a provider's none.
  case noAgreement
  /// The last owner who may sign in would be lost.
  case lastOwner
  case unchanged
  case passwordTooShort
  case passwordTooLong
  /// Unknown address, wrong password, or an account that is disabled: never said which.
  case wrongCredentials
  case tooManyAttempts
  /// Used before, too old, or never given.
  case linkSpent
}

extension Account {
  package static let longestName = 120

  package static func opened(
    email: String, name: String, role: Role, agreements: [ID<Agreement>], id: ID<Account>,
    by actor: Actor, at instant: Instant
  ) throws -> Change<Account> {
    let email = email.lowercased()
    guard MailAddress.isSound(email) else { throw AccountRefusal.badEmail }
    guard !name.allSatisfy(\.isWhitespace), name.count <= longestName, !name.contains("\n") else {
      throw AccountRefusal.badName
    }
    try check(role, agreements)
    return try Change(from: [
      fact(
        AccountFact.opened, id, actor, instant,
        [
          "email": .text(email), "name": .text(name), "role": .text(role.rawValue),
          "agreements": .list(agreements.map { .text($0.text) }),
        ])
    ])
  }

  package func changed(
    to role: Role, agreements: [ID<Agreement>], by actor: Actor, at instant: Instant
  ) throws -> Change<Account> {
    try Account.check(role, agreements)
    guard role != self.role || agreements != self.agreements else {
      throw AccountRefusal.unchanged
    }
    return try Change(
      to: self,
      facts: [
        Account.fact(
          AccountFact.changed, id, actor, instant,
          [
            "role": .text(role.rawValue),
            "agreements": .list(agreements.map { .text($0.text) }),
          ])
      ])
  }

  package func disabled(
    _ isDisabled: Bool, by actor: Actor, at instant: Instant
  ) throws -> Change<Account> {
    guard isDisabled != self.isDisabled else { throw AccountRefusal.unchanged }
    let kind = isDisabled ? AccountFact.disabled : AccountFact.enabled
    return try Change(to: self, facts: [Account.fact(kind, id, actor, instant, [:])])
  }

  private static func check(_ role: Role, _ agreements: [ID<Agreement>]) throws {
    guard (role.side == .client) == !agreements.isEmpty, agreements.count <= 100 else {
      throw AccountRefusal.noAgreement
    }
  }

  /// Accounts belong to no contract: their facts stand in the register's own log.
  private static func fact(
    _ kind: String, _ id: ID<Account>, _ actor: Actor, _ instant: Instant,
    _ body: [String: Datum]
  ) -> Fact {
    Fact(
      kind: kind, at: instant, actor: actor,
      subject: Subject(
        kind: .account, id: id.number, agreement: Subject.register.agreement),
      body: .fields(body))
  }
}
