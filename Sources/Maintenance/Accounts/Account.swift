/// A person who may sign in, and as what. What proves who they are is no fact and is kept apart.
package struct Account: Evidenced, Hashable {
  package let id: ID<Account>
  package private(set) var version = 1
  /// In lower case; it identifies the person here.
  package let email: String
  package let name: String
  package private(set) var role: Role
  /// For the client's people: what they see.
  package private(set) var reach: Reach
  package private(set) var isDisabled = false
  /// Signs in by a code besides the password.
  package private(set) var hasSecondFactor = false

  package init(opening fact: Fact) throws(ReplayFault) {
    guard fact.kind == AccountFact.opened else {
      throw ReplayFault("an account starts with \(AccountFact.opened), not \(fact.kind)")
    }
    id = ID(number: fact.subject.id)
    email = try fact.text("email")
    name = try fact.text("name")
    role = try fact.choice("role")
    reach = try Reach(fact)
  }

  package mutating func apply(_ fact: Fact) throws(ReplayFault) {
    switch fact.kind {
    case AccountFact.changed:
      role = try fact.choice("role")
      reach = try Reach(fact)
    case AccountFact.disabled: isDisabled = true
    case AccountFact.enabled: isDisabled = false
    case AccountFact.secondFactorSet: hasSecondFactor = true
    case AccountFact.secondFactorReset: hasSecondFactor = false
    // What a token opens is kept with what proves it, apart from the account.
    case AccountFact.tokenGiven, AccountFact.tokenRevoked, AccountFact.signOnBound: break
    default: throw ReplayFault("an account knows no fact \(fact.kind)")
    }
    version += 1
  }

  /// As facts name who acts.
  package var actor: Actor { Actor(side: role.side, name: name) }

  /// A client's signatory manages those who ask and read for it, under contracts that both see;
  /// whoever manages all accounts manages these too.
  package func manages(_ other: Account) -> Bool {
    if role.may(.manageAccounts) { return other.role.side == .client }
    return role.may(.managePeople) && Role.managedByClient.contains(other.role)
      && Set(other.reach.agreements).isSubset(of: reach.agreements)
  }

  /// A contract's own affairs are its parties': the provider's people see all.
  package func sees(_ agreement: ID<Agreement>) -> Bool {
    role.side == .provider || reach.agreements.contains(agreement)
  }

  /// What happens at one of a contract's sites.
  package func sees(_ agreement: ID<Agreement>, at site: String) -> Bool {
    role.side == .provider || reach.sees(agreement, at: site)
  }

  /// What concerns a contract as a whole: its price, its reports, what it promises.
  package func seesWhole(_ agreement: ID<Agreement>) -> Bool {
    sees(agreement) && reach.sites[agreement] == nil
  }
}

enum AccountFact {
  static let opened = "account.opened"
  static let changed = "account.changed"
  static let disabled = "account.disabled"
  static let enabled = "account.enabled"
  static let secondFactorSet = "account.second_factor_set"
  static let secondFactorReset = "account.second_factor_reset"
  static let tokenGiven = "account.token_given"
  static let tokenRevoked = "account.token_revoked"
  static let signOnBound = "account.sign_on_bound"
}

/// Why an account cannot be opened or changed, or nobody signs in.
package enum AccountRefusal: String, Error, Hashable, Sendable, CaseIterable {
  case badEmail
  case badName
  case emailTaken
  /// A client's person needs a contract, a provider's none.
  case noAgreement
  /// No site of the contract, or of no contract that the account names.
  case unknownSite
  /// Neither sites of a contract were chosen, nor the whole of it.
  case noSite
  /// Somebody else changed the account since its page was shown.
  case accountChanged
  /// Who binds the client under a contract sees the whole of it.
  case wholeContract
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
  /// The code of the second factor is wrong, too old, or was used before.
  case wrongCode
  /// Nothing that could be confirmed or taken away.
  case noSecondFactor
  /// The policy asks everybody on the provider's side for one.
  case secondFactorRequired
  /// A token that would open nothing.
  case noScope
  /// A token ends within a year.
  case badEnd
  case tooManyTokens
  /// No account is bound to whoever the identity provider names.
  case unknownIdentity
  case identityTaken
  /// The identity provider does not answer, or its answer cannot be believed.
  case signOnFailed
  /// No key outside the database seals secrets.
  case noSealingKey
}

extension Account {
  package static let longestName = 120

  package static func opened(
    email: String, name: String, role: Role, reach: Reach, id: ID<Account>, by actor: Actor,
    at instant: Instant
  ) throws -> Change<Account> {
    let email = email.lowercased()
    guard MailAddress.isSound(email) else { throw AccountRefusal.badEmail }
    guard !name.allSatisfy(\.isWhitespace), name.count <= longestName, !name.contains("\n") else {
      throw AccountRefusal.badName
    }
    try check(role, reach)
    return try Change(from: [
      fact(
        AccountFact.opened, id, actor, instant,
        reach.fields.merging([
          "email": .text(email), "name": .text(name), "role": .text(role.rawValue),
        ]) { first, _ in first })
    ])
  }

  package func changed(
    to role: Role, reach: Reach, by actor: Actor, at instant: Instant
  ) throws -> Change<Account> {
    try Account.check(role, reach)
    guard role != self.role || reach != self.reach else { throw AccountRefusal.unchanged }
    return try Change(
      to: self,
      facts: [
        Account.fact(
          AccountFact.changed, id, actor, instant,
          reach.fields.merging(["role": .text(role.rawValue)]) { first, _ in first })
      ])
  }

  package func disabled(
    _ isDisabled: Bool, by actor: Actor, at instant: Instant
  ) throws -> Change<Account> {
    guard isDisabled != self.isDisabled else { throw AccountRefusal.unchanged }
    let kind = isDisabled ? AccountFact.disabled : AccountFact.enabled
    return try Change(to: self, facts: [Account.fact(kind, id, actor, instant, [:])])
  }

  /// A second factor was confirmed by a first code, or taken away by its person or an owner.
  package func secondFactor(
    _ isSet: Bool, by actor: Actor, at instant: Instant
  ) throws -> Change<Account> {
    guard isSet || hasSecondFactor else { throw AccountRefusal.noSecondFactor }
    let kind = isSet ? AccountFact.secondFactorSet : AccountFact.secondFactorReset
    return try Change(to: self, facts: [Account.fact(kind, id, actor, instant, [:])])
  }

  /// An identity provider's word is enough for this person from now on.
  package func bound(
    to issuer: String, by actor: Actor, at instant: Instant
  ) throws -> Change<Account> {
    try Change(
      to: self, facts: [fact(AccountFact.signOnBound, actor, instant, ["issuer": .text(issuer)])])
  }

  private static func check(_ role: Role, _ reach: Reach) throws {
    guard (role.side == .client) == !reach.agreements.isEmpty,
      reach.agreements.count <= Reach.mostAgreements
    else { throw AccountRefusal.noAgreement }
    guard !reach.sites.isEmpty else { return }
    guard Role.managedByClient.contains(role) else { throw AccountRefusal.wholeContract }
    let isSound = reach.sites.allSatisfy { agreement, sites in
      reach.agreements.contains(agreement) && (1...Reach.mostSites).contains(sites.count)
    }
    guard isSound else { throw AccountRefusal.unknownSite }
  }

  func fact(
    _ kind: String, _ actor: Actor, _ instant: Instant, _ body: [String: Datum]
  ) -> Fact {
    Account.fact(kind, id, actor, instant, body)
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
